import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { sameSecret } from '../secrets.ts';

/*
 * The form that GitHub gives its tokens ("Behind GitHub's new authentication token formats"): a prefix that secret
 * scanners look for, random letters and digits, and a checksum by which they tell a token from what only looks like one.
 */

const prefix = 'foyer_';
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Characters of chance: 30 of 62 are 178 bits. */
const randomLength = 30;
/** Characters of the checksum: six of 62 hold the 32 bits of a CRC. */
const checksumLength = 6;
const form = new RegExp(`^${prefix}[0-9A-Za-z]{${randomLength + checksumLength}}$`);

/** CRC-32 of a text in base 62, filled up with zeros. */
const checksumOf = (text: string): string => {
  let rest = crc32(text);
  let digits = '';
  for (let place = 0; place < checksumLength; place++) {
    digits = alphabet.charAt(rest % alphabet.length) + digits;
    rest = Math.floor(rest / alphabet.length);
  }
  return digits;
};

/** Makes a token; nobody can make it again. */
export const newToken = (): string => {
  let random = '';
  for (let place = 0; place < randomLength; place++) random += alphabet.charAt(randomInt(alphabet.length));
  return `${prefix}${random}${checksumOf(random)}`;
};

/** True for what may be a token: the database is asked for nothing else. */
export const isToken = (text: string): boolean =>
  form.test(text) &&
  sameSecret(text.slice(-checksumLength), checksumOf(text.slice(prefix.length, -checksumLength)));

/** Reads what follows `Bearer ` in an Authorization header, where that is a token or was meant as one. */
export const readToken = (authorization: string | undefined): string | null => {
  const given = /^Bearer +(\S{1,200})$/i.exec(authorization ?? '')?.[1];
  return given?.startsWith(prefix) ? given : null;
};
