import { longest } from '../../../../shared/core/fields.ts';
import { hasVisibleText } from '../../../../shared/core/visibleText.ts';
import type { Context } from '../../../context.ts';
import { derivedId } from '../../derivedId.ts';
import { canonicalEmail, isSameEmail } from '../../emailAddress.ts';
import type { Site } from '../../people/sites/sites.ts';
import type { MailReplies } from '../mailReplies.ts';
import { insertMail, insertSetAside, type MailRow, setMailState } from '../queries.ts';
import type { Envelope } from '../reading/envelope.ts';
import { bareLine, isDeviceLine } from '../reading/quoteLines.ts';
import type { ReadMail } from '../reading/readMail.ts';
import { ownMarks } from './ownText.ts';
import type { InboundResult } from '../mailReplies.ts';
import { asideRow, setAside, type Turned } from './setAside.ts';
import { messageIdOfMail } from './takeReply.ts';

/** Replies of one reader about one thing: many at once, then a few a minute; more is asked for again later. */
const replies = { perMinute: 4, burst: 20 };

/** A mail that was answered, and who takes its answers. */
export interface PublicAnswered {
  mail: MailRow;
  site: Site;
  taker: MailReplies;
}

/** The mail of a signed address, where a feature takes what is answered to it. */
export const findPublicAnswered = async (
  ctx: Context,
  mail: MailRow | null,
): Promise<PublicAnswered | null> => {
  const taker = mail && ctx.mailReplies.find(({ kind }) => kind === mail.kind);
  const site = taker ? await ctx.sites.byId(mail.siteId) : null;
  return mail && taker && site ? { mail, site, taker } : null;
};

/** Notes what came in, and that its files were left out: nobody is shown files of somebody unknown. */
const keepTrace = (
  ctx: Context,
  { mail, site }: PublicAnswered,
  read: ReadMail,
  turned: Turned,
): Promise<unknown> => {
  const messageId = messageIdOfMail(read);
  const now = ctx.clock.now();
  const names = read.files.map(({ name }) => name || '?').join(', ');
  return ctx.database.write((tx) => [
    insertMail(
      tx,
      {
        siteId: site.id,
        id: derivedId('public reply', site.id, mail.conversationId, messageId),
        kind: mail.kind,
        conversationId: mail.conversationId,
        address: mail.address,
        messageId,
        state: 'received',
      },
      now,
    ),
    ...(names
      ? insertSetAside(
          tx,
          asideRow(site.id, null, 'files', { ...turned, key: `files ${turned.key}`, excerpt: names }),
          now,
        )
      : []),
  ]);
};

/**
 * Takes the answer to a mail about something public. Only who reads the mail knows its address: what comes by it is
 * theirs. Quotes are cut, files left out; what can't be taken is listed with why.
 */
export const takePublicReply = async (
  ctx: Context,
  answered: PublicAnswered,
  raw: Buffer,
  { isTooLarge }: Envelope,
  unread: Turned,
): Promise<InboundResult> => {
  const { mail, site, taker } = answered;
  ctx.limiter.take(
    'inbound',
    derivedId('replies of', site.id, mail.conversationId, canonicalEmail(mail.address)),
    replies,
  );
  const aside = (reason: Parameters<typeof setAside>[3], turned: Turned) =>
    setAside(ctx, site.id, null, reason, turned);
  if (isTooLarge) return aside('unreadable', unread);
  const lines = await taker.linesOf(site, mail);
  if (lines === null) return aside('unknown', unread);
  const ours = { lines: [...new Set(lines.map(bareLine))], marks: ownMarks(ctx, site) };
  const result = await ctx.mailReader.read({ raw, ours }, { site: site.id, address: mail.address });
  if ('refused' in result) return aside('unreadable', unread);
  const read = result.mail;
  const turned: Turned = {
    key: read.messageId ?? read.fingerprint,
    address: read.from,
    subject: read.subject,
    excerpt: read.own,
  };
  if (read.writer === 'bounce') {
    await ctx.database.write((tx) => [setMailState(tx, mail, 'bounced', ctx.clock.now())]);
    return aside('bounced', turned);
  }
  if (read.writer === 'automatic') return aside('automatic', turned);
  const body = read.own.trim();
  if (!hasVisibleText(body) || isDeviceLine(body))
    return aside(read.files.length ? 'files' : 'empty', turned);
  if (read.whole !== null || body.length > longest.details) return aside('not_taken', turned);
  const taken = await taker.take(site, mail, {
    id: derivedId('public reply', site.id, mail.conversationId, messageIdOfMail(read)),
    body,
    isFromReader: isSameEmail(read.from, mail.address),
  });
  if (taken === 'received') await keepTrace(ctx, answered, read, turned);
  if (taken === 'received' || taken === 'repeated') return taken;
  return aside(taken, taken === 'reused' ? { ...turned, key: `${turned.key} ${read.fingerprint}` } : turned);
};
