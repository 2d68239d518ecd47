import { createHash } from 'node:crypto';
import type { Context } from '../../context.ts';
import { mailToken, readMailToken } from './signing.ts';

type Needs = Pick<Context, 'config' | 'secrets'>;

/** What is kept of an address that wants no more mails. */
export const hashAddress = (address: string): string =>
  createHash('sha256').update(address.trim().toLowerCase()).digest('base64url');

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
