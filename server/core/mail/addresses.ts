import { createHash } from 'node:crypto';
import { domainToASCII, domainToUnicode } from 'node:url';
import type { Context } from '../../context.ts';
import { canonicalEmail } from '../emailAddress.ts';
import { mailToken, readMailToken } from './signing.ts';

type Needs = Pick<Context, 'config' | 'secrets'>;

/** Providers whose mailboxes are the same with and without dots; each with the name that it is known by. */
const withoutDots = new Map([
  ['gmail.com', 'gmail.com'],
  ['googlemail.com', 'gmail.com'],
]);

/** The mailbox behind an address: its one form, without its tag, and without dots where they mean nothing. */
export const foldAddress = (address: string): string => {
  const text = canonicalEmail(address);
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1);
  const local = text.slice(0, at).replace(/\+.*$/s, '');
  const provider = withoutDots.get(domain);
  return provider ? `${local.replaceAll('.', '')}@${provider}` : `${local}@${domain}`;
};

/** The hash stored of an address that wants no more mails: the same for all that lead to its mailbox. */
export const hashAddress = (address: string): string =>
  createHash('sha256').update(foldAddress(address)).digest('base64url');

/** The address that a reply to this mail comes back by, or null where none is set up. */
export const replyAddress = (ctx: Needs, mailId: string): string | null => {
  const base = ctx.config.mail.replyAddress;
  if (base === undefined) return null;
  const at = base.lastIndexOf('@');
  return `${base.slice(0, at)}+${mailToken(ctx, 'reply', mailId)}${base.slice(at)}`;
};

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Reply addresses of ours in a text that are looked at. */
const maxAddresses = 20;

/**
 * The mail whose reply address stands in a text, or null. One pass over the text, which is a stranger's: addresses in it
 * are not parsed, and what is found is nothing until its signature is ours.
 */
export const mailOfText = (ctx: Needs, text: string): string | null => {
  const base = ctx.config.mail.replyAddress;
  if (base === undefined) return null;
  const at = base.lastIndexOf('@');
  const domain = base.slice(at + 1);
  const spellings = new Set([domain, domainToASCII(domain), domainToUnicode(domain)].filter(Boolean));
  const pattern = new RegExp(
    `(?<![^\\s<>,;:"'(])${quote(base.slice(0, at))}\\+([0-9a-f]{48})"?@(?:${[...spellings].map(quote).join('|')})(?![\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])`,
    'giu',
  );
  let looked = 0;
  for (const [, token = ''] of text.normalize('NFC').matchAll(pattern)) {
    const id = readMailToken(ctx, 'reply', token);
    if (id) return id;
    if (++looked >= maxAddresses) break;
  }
  return null;
};

/** The domain that mails come from: Message-IDs end in it. */
const domain = (ctx: Needs): string => ctx.config.mail.from.slice(ctx.config.mail.from.lastIndexOf('@') + 1);

/** A Message-ID that is the same at every try: who gets a mail twice after a crash can tell (RFC 5322, 3.6.4). */
export const messageIdOf = (ctx: Needs, id: string): string => `<${id}@${domain(ctx)}>`;
