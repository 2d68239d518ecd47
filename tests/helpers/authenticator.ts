import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { Challenge, Creation } from '../../shared/account/passkeys/schema.ts';

const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

/** Deviations of an authenticator, or of the browser before it. */
export interface Deviation {
  origin?: string;
  rpId?: string;
  counter?: number;
  /** False: it was touched, and didn't ask whose finger that is. */
  isVerified?: boolean;
  userHandle?: string;
}

/** An authenticator with one passkey, in software: P-256, no attestation (Web Authentication Level 3, 6.1 and 6.5). */
export const newAuthenticator = (publicUrl: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  let counter = 0;
  let owner = '';
  const clientData = (type: string, challenge: string, { origin = publicUrl }: Deviation): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (rpId: string, deviation: Deviation, attested?: Buffer): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(deviation.counter ?? counter);
    const flags = 0x01 | (deviation.isVerified === false ? 0 : 0x04) | (attested ? 0x40 : 0);
    return Buffer.concat([
      sha256(deviation.rpId ?? rpId),
      Buffer.from([flags]),
      count,
      attested ?? Buffer.alloc(0),
    ]);
  };
  const named = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key' as const,
  };
  return {
    create(options: Creation, deviation: Deviation = {}) {
      owner = options.user.id;
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
          [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
        ]),
      );
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const authData = authenticatorData(
        options.rp.id,
        deviation,
        Buffer.concat([Buffer.alloc(16), length, id, Buffer.from(key)]),
      );
      const attestation = isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(authData)],
        ]) as Parameters<typeof isoCBOR.encode>[0],
      );
      return {
        ...named,
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, deviation).toString('base64url'),
          attestationObject: Buffer.from(attestation).toString('base64url'),
        },
      };
    },
    sign(options: Challenge, deviation: Deviation = {}) {
      counter = deviation.counter ?? counter + 1;
      const authData = authenticatorData(options.rpId, deviation);
      const client = clientData('webauthn.get', options.challenge, deviation);
      const signed = sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey);
      return {
        ...named,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signed.toString('base64url'),
          userHandle: deviation.userHandle ?? owner,
        },
      };
    },
  };
};
