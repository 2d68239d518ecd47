import { Secret, TOTP } from 'otpauth';
import type { Context } from '../../../context.ts';
import { sealFor, unsealFor } from '../sealed.ts';
import { hashSecret } from '../secrets.ts';

/*
 * A second factor: time-based one-time passwords (RFC 6238: SHA-1, six digits, thirty seconds, as every authenticator
 * takes them), and recovery codes for who has lost theirs.
 */

const period = 30;

/** Steps that a clock may be off, before and after. */
const leeway = 1;

const codesMade = 10;

const purpose = 'second factor';

/** Sealed with the installation's secret, so that a copy of the database alone is no second factor. */
export const seal = (ctx: Pick<Context, 'secrets'>, text: string): string => sealFor(ctx, purpose, text);

export const unseal = (ctx: Pick<Context, 'secrets'>, text: string): string => unsealFor(ctx, purpose, text);

/** The one-time passwords of a secret. @param secret base32 */
export const totpOf = (secret: string, issuer = 'Foyer', label = ''): TOTP =>
  new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) });

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The time step that a code is of, or null when it is none of now. */
export const stepOf = (secret: string, code: string, now: number): number | null => {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(secret).validate({ token, timestamp: now, window: leeway });
  return delta === null ? null : Math.floor(now / 1_000 / period) + delta;
};

/** Recovery codes: ten of 80 random bits, so that their hashes can't be searched, in groups that can be read out. */
export const makeCodes = (): string[] =>
  Array.from({ length: codesMade }, () => {
    const text = new Secret({ size: 10 }).base32.toLowerCase();
    return text.replace(/.{4}(?=.)/g, '$&-');
  });

/** The stored form of a recovery code. */
export const hashCode = (staffId: string, code: string): string =>
  hashSecret(`${staffId} ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`);
