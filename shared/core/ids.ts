const hex = (byte: number): string => (byte + 256).toString(16).slice(1);

/**
 * Makes a time-ordered UUID (version 7, RFC 9562 section 5.7): 48 bits of milliseconds, 74 random bits.
 * Browsers make the ids of what they write, so that a retry is recognised as the same write.
 * @param now milliseconds since the epoch
 */
export const newId = (now: number = Date.now()): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let index = 5, rest = now; index >= 0; index--, rest = Math.floor(rest / 256))
    bytes[index] = rest % 256;
  // biome-ignore lint/style/noNonNullAssertion: there are 16 bytes
  bytes[6] = (bytes[6]! & 15) | 112;
  // biome-ignore lint/style/noNonNullAssertion: there are 16 bytes
  bytes[8] = (bytes[8]! & 63) | 128;
  const text = [...bytes].map(hex).join('');
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
};

/** Makes a 256-bit secret, base64url without padding (43 characters). */
export const newSecret = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
