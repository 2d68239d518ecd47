import { z } from 'zod';
import { longest, someLine } from '../../core/fields.ts';
import { proof } from '../../core/people/siteSecret.ts';

/* WebAuthn's messages in JSON, as far as we use them (Web Authentication Level 3, 5.1.8 to 5.5). */

/** Bytes in base64url. */
const bytes = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .regex(/^[A-Za-z0-9_-]+$/);

const credentialId = bytes(1_400);
const credential = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
};

/** A new passkey, as the browser answers with it. */
export const newPasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(4_000),
    attestationObject: bytes(16_000),
  }),
});

/** A login's signature, as the browser answers with it. */
export const passkeySignature = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(4_000),
    authenticatorData: bytes(4_000),
    signature: bytes(4_000),
    userHandle: bytes(100).optional(),
  }),
});
export type PasskeySignature = z.infer<typeof passkeySignature>;

const known = z.object({
  id: z.string(),
  type: z.literal('public-key'),
});

/** Options that the browser makes a passkey from. */
export const creation = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number().int() })),
  timeout: z.number().int(),
  excludeCredentials: z.array(known),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
});
export type Creation = z.infer<typeof creation>;

/** Options for the signature of a login. */
export const challenge = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.number().int(),
  userVerification: z.literal('required'),
});
export type Challenge = z.infer<typeof challenge>;

export const beginPasskey = z.strictObject({ proof });
export const addPasskey = z.strictObject({
  /** The name by which its owner knows it again. */
  name: someLine(longest.name),
  credential: newPasskey,
});
export const removePasskey = z.strictObject({ proof });
export const passkeyLogin = z.strictObject({ credential: passkeySignature });
