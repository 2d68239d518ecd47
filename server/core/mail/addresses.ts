import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import type { Context } from '../../context.ts';
import { mailToken, readMailToken } from './signing.ts';

type Needs = Pick<Context, 'config' | 'secrets'>;

/** Providers whose mailboxes are the same with and without dots; each with the name that it is known by. */
const withoutDots = new Map([
  ['gmail.com', 'gmail.com'],
  ['googlemail.com', 'gmail.com'],
]);

/** The mailbox behind an address: without its tag, its dots where they mean nothing, and in one spelling. */
export const foldAddress = (address: string): string => {
  const text = address.trim().normalize('NFC').toLowerCase();
  const at = text.lastIndexOf('@');
  const domain = domainToASCII(text.slice(at + 1)) || text.slice(at + 1);
  const local = text.slice(0, at).replace(/\+.*$/s, '');
  const provider = withoutDots.get(domain);
  return provider ? `${local.replaceAll('.', '')}@${provider}` : `${local}@${domain}`;
};

/** What is kept of an address that wants no more mails: of all that lead to its mailbox. */
export const hashAddress = (address: string): string =>
  createHash('sha256').update(foldAddress(address)).digest('base64url');

/** The address that a reply to this mail comes back by, or null where none is set up. */
export const replyAddress = (ctx: Needs, mailId: string): string | null => {
  const base = ctx.config.mail.replyAddress;
  if (base === undefined) return null;
  const at = base.lastIndexOf('@');
  return `${base.slice(0, at)}+${mailToken(ctx, 'reply', mailId)}${base.slice(at)}`;
};

/** The mail that one of these addresses answers, or null. */
export const mailOfAddresses = (ctx: Needs, addresses: readonly string[]): string | null => {
  const base = ctx.config.mail.replyAddress?.toLowerCase();
  if (base === undefined) return null;
  const at = base.lastIndexOf('@');
  for (const address of addresses) {
    const text = address.toLowerCase();
    if (!text.startsWith(`${base.slice(0, at)}+`) || !text.endsWith(base.slice(at))) continue;
    const id = readMailToken(ctx, 'reply', text.slice(at + 1, text.length - (base.length - at)));
    if (id) return id;
  }
  return null;
};

/** What Message-IDs end in: the domain that mails come from. */
const domain = (ctx: Needs): string => ctx.config.mail.from.slice(ctx.config.mail.from.lastIndexOf('@') + 1);

/** A Message-ID that is the same at every try: who gets a mail twice after a crash can tell (RFC 5322, 3.6.4). */
export const messageIdOf = (ctx: Needs, id: string): string => `<${id}@${domain(ctx)}>`;
