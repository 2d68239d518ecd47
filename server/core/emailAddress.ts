import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * An address as mail is sent to it: composed (NFC), its domain in lower case and in letters. What
 * stands before the `@` is kept as it was typed: it is the other server's.
 */
export const writtenEmail = (address: string): string => {
  const text = address.trim().normalize('NFC');
  const at = text.lastIndexOf('@');
  if (at === -1) return text;
  const domain = text.slice(at + 1).toLowerCase();
  return `${text.slice(0, at)}@${domainToUnicode(domainToASCII(domain)) || domain}`;
};

/**
 * The one form of an email address: what is compared, looked up by, or counted by. The same mailbox has one, however its
 * domain is spelled (letters or punycode), its accents are composed, and whatever its case. Readable, so that it may be
 * stored and shown. Not bounded: the schema of an address is.
 */
export const canonicalEmail = (address: string): string =>
  // A lower-case letter of one writing may be two of another: composed once more.
  writtenEmail(address).toLowerCase().normalize('NFC');

/** True when two addresses lead to the same mailbox. */
export const isSameEmail = (one: string, other: string): boolean =>
  canonicalEmail(one) === canonicalEmail(other);
