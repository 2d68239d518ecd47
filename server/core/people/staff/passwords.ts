import { hash, verify } from '@node-rs/argon2';

/* argon2id with the parameters OWASP's password storage sheet gives as its first choice (19 MiB, 2 rounds). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const shortestPassword = 10;

export const hashPassword = (password: string): Promise<string> => hash(password, parameters);

/** Stands where a hash does, of who logs in through a site's provider alone: no password fits it. */
export const noPassword = '-';

/** True for who has chosen a password. */
export const hasPassword = ({ passwordHash }: { passwordHash: string }): boolean =>
  passwordHash !== '' && passwordHash !== noPassword;

/** The hash of no password: verifying against it takes the time that a real one takes. */
let decoy: Promise<string> | undefined;

/** @param stored the person's hash; null for nobody, empty for who has set none yet: the time taken is the same */
export const verifyPassword = async (stored: string | null, password: string): Promise<boolean> => {
  if (!stored || stored === noPassword) {
    decoy ??= hashPassword('nobody has this password');
    await verify(await decoy, password);
    return false;
  }
  return verify(stored, password);
};
