import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * The one form of an email address: what is compared, looked up by, or counted by. The same mailbox has one, however its
 * domain is spelled (letters or punycode) and its accents are composed; case means nothing. Readable, so that it may be
 * stored and shown as well. Not bounded: the schema of an address is.
 */
export const canonicalEmail = (address: string): string => {
  const text = address.trim().normalize('NFC').toLowerCase();
  const at = text.lastIndexOf('@');
  if (at === -1) return text;
  const domain = text.slice(at + 1);
  // A lower-case letter of one writing may be two of another: composed once more.
  const local = text.slice(0, at).normalize('NFC');
  return `${local}@${domainToUnicode(domainToASCII(domain)) || domain}`;
};

/** True when two addresses lead to the same mailbox. */
export const isSameEmail = (one: string, other: string): boolean =>
  canonicalEmail(one) === canonicalEmail(other);
