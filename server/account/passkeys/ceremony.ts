import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { z } from 'zod';
import type * as schema from '../../../shared/account/passkeys/schema.ts';
import type { Context } from '../../context.ts';
import { stepLifetime } from '../../core/people/logins/steps.ts';
import type { StaffMember } from '../../core/people/staff/staff.ts';
import type { passkeys } from '../tables.ts';

type Passkey = typeof passkeys.$inferSelect;

/** Passkeys work on the host of our own address, and on no other. */
const ownHost = (ctx: Context): string => new URL(ctx.config.publicUrl).hostname;

const expected = (ctx: Context, challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: ctx.config.publicUrl,
  expectedRPID: ownHost(ctx),
  // With a fingerprint, a face or a PIN: it stands for both factors.
  requireUserVerification: true,
});

/** Notes why the library refused an answer: it's the only one who knows. */
const refused = (ctx: Context, error: unknown): null => {
  ctx.log.info({ err: error }, 'a passkey was refused');
  return null;
};

/** Options for a new passkey: one that is found without a name, and asks who holds it. */
export const newCreation = async (
  ctx: Context,
  person: StaffMember,
  known: readonly Passkey[],
): Promise<schema.Creation> => {
  const made = await generateRegistrationOptions({
    rpName: 'Foyer',
    rpID: ownHost(ctx),
    userName: person.email,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(person.id),
    timeout: stepLifetime,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return {
    challenge: made.challenge,
    rp: { id: ownHost(ctx), name: made.rp.name },
    user: made.user,
    pubKeyCredParams: made.pubKeyCredParams.map(({ alg }) => ({ type: 'public-key', alg })),
    timeout: stepLifetime,
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId, type: 'public-key' })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
  };
};

/** Checks a new passkey. @returns its columns; null where it isn't one for this challenge */
export const readCreation = async (
  ctx: Context,
  credential: z.infer<typeof schema.newPasskey>,
  challenge: string,
): Promise<Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'isSynced'> | null> => {
  const { response, ...rest } = credential;
  const found = await verifyRegistrationResponse({
    ...expected(ctx, challenge),
    response: {
      ...rest,
      clientExtensionResults: {},
      response: { clientDataJSON: response.clientDataJSON, attestationObject: response.attestationObject },
    },
  }).catch((error) => refused(ctx, error));
  if (!found?.verified) return null;
  const { credential: made, credentialBackedUp } = found.registrationInfo;
  return {
    credentialId: made.id,
    publicKey: Buffer.from(made.publicKey).toString('base64url'),
    counter: made.counter,
    isSynced: credentialBackedUp,
  };
};

/** Options for a login's signature, by whichever passkey the browser has. */
export const newChallenge = async (ctx: Context): Promise<schema.Challenge> => {
  const { challenge } = await generateAuthenticationOptions({ rpID: ownHost(ctx) });
  return { challenge, rpId: ownHost(ctx), timeout: stepLifetime, userVerification: 'required' };
};

/**
 * Checks a login's signature. Whether the counter went on is the caller's to say: the library is told of none.
 * @returns the counter in it; null where the signature isn't the passkey's, or isn't for this challenge
 */
export const readSignature = async (
  ctx: Context,
  { id, rawId, type, response }: schema.PasskeySignature,
  passkey: Passkey,
  challenge: string,
): Promise<number | null> => {
  // The browser says whose it is as it was told when the passkey was made.
  const owner = Buffer.from(passkey.staffId, 'utf8').toString('base64url');
  if (response.userHandle !== owner) return null;
  const { clientDataJSON, authenticatorData, signature } = response;
  const found = await verifyAuthenticationResponse({
    ...expected(ctx, challenge),
    response: {
      id,
      rawId,
      type,
      clientExtensionResults: {},
      response: { clientDataJSON, authenticatorData, signature },
    },
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: 0,
    },
  }).catch((error) => refused(ctx, error));
  return found?.verified ? found.authenticationInfo.newCounter : null;
};
