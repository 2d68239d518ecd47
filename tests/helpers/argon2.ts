import { createRequire } from 'node:module';
import type { hash as hashType, verify as verifyType } from '@node-rs/argon2';

/*
 * Stands in for `@node-rs/argon2` where servers run inside of a test: real hashes, at the least that they may cost. A
 * hash says itself what it cost, so those of real strength verify, too. Processes and journeys use the package itself.
 */

const real = createRequire(import.meta.url)('@node-rs/argon2') as {
  hash: typeof hashType;
  verify: typeof verifyType;
};

export const hash: typeof hashType = (password) =>
  real.hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
export const { verify } = real;
