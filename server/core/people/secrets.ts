import { createHash, hash, timingSafeEqual } from 'node:crypto';

/** The stored form of a secret: its SHA-256 in base64url. 256 random bits need no slow hash. */
export const hashSecret = (secret: string): string => hash('sha256', secret, 'base64url');

/** Compares in constant time. */
export const sameSecret = (one: string, other: string): boolean => {
  const first = createHash('sha256').update(one).digest();
  const second = createHash('sha256').update(other).digest();
  return timingSafeEqual(first, second);
};

/** The form of every secret that we make or accept: 256 bits, base64url. */
export const isSecret = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** A fingerprint of what a write carried: the same id with another fingerprint is a conflict. */
export const fingerprint = (...parts: (string | null | undefined)[]): string =>
  createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('base64url');
