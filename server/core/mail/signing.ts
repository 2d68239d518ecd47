import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from '../../context.ts';

/*
 * Signatures with the installation's secret. Each purpose signs apart: a token made for one is worth nothing for
 * another.
 */

const sign = (ctx: Pick<Context, 'secrets'>, purpose: string, text: string): Buffer =>
  createHmac('sha256', ctx.secrets.signing).update(`${purpose}\n${text}`).digest();

const fits = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

/** Bytes of the signature in an address, whose local part has 64 characters at the most (RFC 5321, 4.5.3.1.1). */
const shortBytes = 8;

const hexOf = (id: string): string => id.replaceAll('-', '');
const idOfHex = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

export type MailPurpose =
  | 'reply'
  | 'stop'
  | 'confirm'
  | 'follow'
  | 'unfollow'
  | 'followAnswers'
  | 'unfollowAnswers'
  | 'followIdea'
  | 'unfollowIdea'
  | 'stopFigures'
  | 'rate';

/** A mail's id, signed: 48 characters of lower-case hex, because mail servers may change the case of what they pass on. */
export const mailToken = (ctx: Pick<Context, 'secrets'>, purpose: MailPurpose, mailId: string): string =>
  hexOf(mailId) + sign(ctx, purpose, mailId).subarray(0, shortBytes).toString('hex');

/** The mail that a token was made for, or null when we did not make it, or not for this. */
export const readMailToken = (
  ctx: Pick<Context, 'secrets'>,
  purpose: MailPurpose,
  token: string,
): string | null => {
  const [, hex, mac] = /^([0-9a-f]{32})([0-9a-f]{16})$/.exec(token.toLowerCase()) ?? [];
  if (!hex || !mac) return null;
  const id = idOfHex(hex);
  return fits(sign(ctx, purpose, id).subarray(0, shortBytes), Buffer.from(mac, 'hex')) ? id : null;
};

/** Decimal digits that follow from an id and a purpose, and that nobody else can tell. */
export const signedNumber = (
  ctx: Pick<Context, 'secrets'>,
  purpose: string,
  id: string,
  digits: number,
): string =>
  (sign(ctx, purpose, id).readBigUInt64BE() % 10n ** BigInt(digits)).toString().padStart(digits, '0');

/** A text that carries its signature: whoever has it can read it, and nobody else can make one. */
export const signText = (ctx: Pick<Context, 'secrets'>, purpose: string, text: string): string => {
  const encoded = Buffer.from(text).toString('base64url');
  return `${encoded}.${sign(ctx, purpose, encoded).toString('base64url')}`;
};

/** The text that a signature vouches for; null when we did not make it, or not for this. */
export const readSignedText = (
  ctx: Pick<Context, 'secrets'>,
  purpose: string,
  token: string,
): string | null => {
  const [, encoded, mac] = /^([A-Za-z0-9_-]{1,600})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? [];
  if (!encoded || !mac || !fits(sign(ctx, purpose, encoded), Buffer.from(mac, 'base64url'))) return null;
  return Buffer.from(encoded, 'base64url').toString('utf8');
};

/** A link's claim: who continues which conversation, until when. */
export interface Resume {
  siteId: string;
  visitorId: string;
  conversationId: string;
  /** Milliseconds since the epoch. */
  endsAt: number;
}

/** A link that came back, with the mail that it was in. */
export interface Resumed extends Resume {
  mailId: string;
}

/** `resume` makes a browser the visitor's, once; `call` lets who has the link change one call, until it ends. */
export type LinkPurpose = 'resume' | 'call';

/** Makes the token of a link that leads a visitor back to their conversation on any device. */
export const resumeToken = (
  ctx: Pick<Context, 'secrets'>,
  { siteId, visitorId, conversationId, endsAt }: Resume,
  mailId: string,
  purpose: LinkPurpose = 'resume',
): string => signText(ctx, purpose, JSON.stringify([siteId, visitorId, conversationId, endsAt, mailId]));

/** Reads a link's token; null when we did not make it. Whether it has ended or was used is for others to say. */
export const readResumeToken = (
  ctx: Pick<Context, 'secrets'>,
  token: string,
  purpose: LinkPurpose = 'resume',
): Resumed | null => {
  const text = readSignedText(ctx, purpose, token);
  if (text === null) return null;
  const [siteId, visitorId, conversationId, endsAt, mailId] = JSON.parse(text) as [
    string,
    string,
    string,
    number,
    string,
  ];
  return { siteId, visitorId, conversationId, endsAt, mailId };
};
