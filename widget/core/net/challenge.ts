import type { ChallengeReply } from '../../../shared/core/challenge.ts';
import { getChallenge } from '../../../shared/core/challengeRoutes.ts';
import type { Call } from './client.ts';
import { toJson } from './json.ts';

/** Numbers that are tried between two looks at what the visitor does. */
const slice = 250;

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Solves a challenge (ALTCHA, version 1): the number whose hash with the salt is given. Hashes are made off the main
 * path, in slices that leave room for typing.
 * @returns the payload, as the server takes it
 * @throws when it has no solution, or where the browser has no `crypto.subtle` (pages without TLS)
 */
export const solve = async (given: ChallengeReply): Promise<string> => {
  const { algorithm, challenge, maxnumber, salt, signature } = given;
  const encoder = new TextEncoder();
  for (let first = 0; first <= maxnumber; first += slice) {
    const hashes = await Promise.all(
      Array.from({ length: slice }, (_, step) =>
        crypto.subtle.digest(algorithm, encoder.encode(`${salt}${first + step}`)),
      ),
    );
    const found = hashes.findIndex((hash) => hexOf(hash) === challenge);
    if (found >= 0) return btoa(toJson({ algorithm, challenge, number: first + found, salt, signature }));
    await new Promise((resolve) => setTimeout(resolve));
  }
  throw new Error('no solution');
};

/** Asks for a challenge and solves it. */
export const solveNew = async (call: Call): Promise<string> => solve(await call(getChallenge, {}));
