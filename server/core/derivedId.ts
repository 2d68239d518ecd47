import { fingerprint } from './people/secrets.ts';

/** An id that follows from what it stands for, so that doing it twice is recognised: a digest in the form of a UUID. */
export const derivedId = (...parts: string[]): string => {
  const hex = Buffer.from(fingerprint(...parts), 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
