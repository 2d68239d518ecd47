declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';
  /** Decrypts a message (RFC 8188) for the holder of a key (RFC 8291). */
  export function decrypt(
    body: Buffer,
    options: { version: 'aes128gcm'; privateKey: ECDH; authSecret: string },
  ): Buffer;
  export default { decrypt };
}
