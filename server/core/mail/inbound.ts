import { insertNotice } from '../conversations/writes/notices.ts';
import { verifyEmail } from '../people/visitors/writes.ts';
import { createHash } from 'node:crypto';
import { type AddressObject, type Attachment as MailFile, type ParsedMail, simpleParser } from 'mailparser';
import { mostAttachments } from '../../../shared/core/content/attachments.ts';
import type { Notice } from '../../../shared/core/conversations/schema.ts';
import { longest } from '../../../shared/core/fields.ts';
import type { Context } from '../../context.ts';
import { takeAttachment } from '../content/attachments/attachments.ts';
import { cut } from '../content/cut.ts';
import { noticeEvent, type NewNotice } from '../conversations/notices.ts';
import { type ConversationRow, findConversation } from '../conversations/queries/conversations.ts';
import { addVisitorMessage } from '../conversations/writes/messages.ts';
import { decisive } from '../db/database.ts';
import { derivedId } from '../derivedId.ts';
import { Failure } from '../http/failure.ts';
import type { Site } from '../people/sites/sites.ts';
import { findVisitorRow } from '../people/visitors/queries.ts';
import { mailOfAddresses } from './addresses.ts';
import { machineKind } from './automatic.ts';
import { findMail, findSignedMail, insertMail, type MailRow, setMailState } from './queries.ts';
import { replyText } from './replyText.ts';

/** Largest mail that is taken, bytes. */
export const largestMail = 25 * 1024 * 1024;
/** HTML beyond so many code units is not turned into text. */
const maxHtml = 500_000;
/** Replies that a conversation takes: many at once, then a few a minute; what is more is asked for again later. */
const replies = { perMinute: 4, burst: 20 };

/** What came of an incoming mail. `unknown`: it answers nothing of ours. */
export type InboundResult =
  | 'received'
  | 'repeated'
  | 'bounced'
  | 'automatic'
  | 'unknown'
  | 'blocked'
  | 'empty'
  | 'unreadable';

const addressesOf = (field: AddressObject | AddressObject[] | undefined): string[] =>
  [field ?? []].flat().flatMap(({ value }) => value.flatMap(({ address }) => address ?? []));

/** Every address that a mail says it was sent to, those first that the last mail server added. */
const recipientsOf = (mail: ParsedMail): string[] => [
  ...mail.headerLines
    .filter(({ key }) => /^(?:delivered-to|x-original-to|envelope-to|x-envelope-to)$/.test(key))
    .map(({ line }) => line.replace(/^[^:]*:/, '').replace(/[<>\s]/g, '')),
  ...addressesOf(mail.to),
  ...addressesOf(mail.cc),
];

/** Addresses of ours anywhere in a bounce: it carries the mail that could not be delivered. */
const quotedAddresses = (ctx: Context, raw: string): string[] => {
  const base = ctx.config.mail.replyAddress;
  if (base === undefined) return [];
  const [local, domain] = base.split('@') as [string, string];
  const quote = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return raw.match(new RegExp(`${quote(local)}\\+[0-9a-f]{48}@${quote(domain)}`, 'gi'))?.slice(0, 20) ?? [];
};

const fileName = ({ filename }: MailFile): string =>
  cut((filename ?? '').replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim(), 255) || 'file';

/** Keeps a mail's files under the rules of any file that a visitor sends. @returns the names of those not taken */
const keepFiles = async (
  ctx: Context,
  site: Site,
  row: ConversationRow,
  id: string,
  files: MailFile[],
): Promise<{ ids: string[]; refused: string[] }> => {
  const ids: string[] = [];
  const refused = files.slice(mostAttachments).map(fileName);
  for (const [place, file] of files.slice(0, mostAttachments).entries()) {
    const fileId = derivedId('mail file', id, String(place));
    const name = fileName(file);
    try {
      await takeAttachment(
        ctx,
        site,
        { kind: 'visitor', id: row.visitorId, address: `mail ${row.visitorId}` },
        { id: fileId, name },
        new Request('http://mail.invalid/', { method: 'POST', body: new Uint8Array(file.content) }),
        (header) => (header === 'content-type' ? 'application/octet-stream' : undefined),
      );
      ids.push(fileId);
    } catch (error) {
      const isRule =
        error instanceof Failure && ['invalid', 'too_large', 'unsupported', 'limited'].includes(error.code);
      if (!isRule) throw error;
      refused.push(name);
    }
  }
  return { ids, refused };
};

const noteOf = (id: string, kind: Notice['kind'], values: Notice['values']): NewNotice => ({
  id: derivedId('notice', kind, id),
  visibility: 'note',
  notice: { kind, values },
});

/** A mail of ours came back: staff see it on the conversation, once. */
const takeBounce = async (ctx: Context, mail: MailRow): Promise<InboundResult> => {
  const row = await findConversation(ctx, mail.siteId, mail.conversationId);
  if (!row || mail.state === 'bounced') return 'repeated';
  const notice = noteOf(mail.id, 'mail_bounced', {});
  const now = ctx.clock.now();
  const isVisitors = mail.staffId === null;
  await ctx.database.commit({
    site: mail.siteId,
    events: isVisitors ? [noticeEvent(row, notice)] : [],
    write: (tx, seq) => [
      setMailState(tx, mail, 'bounced', now),
      ...(isVisitors ? insertNotice(tx, row, notice, seq, now) : []),
    ],
  });
  return 'bounced';
};

/** Adds a reply to its conversation; the same mail again changes nothing. */
const takeReply = async (
  ctx: Context,
  answered: MailRow,
  mail: ParsedMail,
  raw: Buffer,
): Promise<InboundResult> => {
  const { siteId } = answered;
  const site = await ctx.sites.byId(siteId);
  const row = await findConversation(ctx, siteId, answered.conversationId);
  const visitor = row && (await findVisitorRow(ctx, siteId, row.visitorId));
  if (!site || !row || !visitor) return 'unknown';
  if (visitor.blockedAt !== null) return 'blocked';
  const messageId = cut(mail.messageId ?? `<${createHash('sha256').update(raw).digest('hex')}@unknown>`, 500);
  const id = derivedId('inbound', siteId, row.id, messageId);
  if (await findMail(ctx, siteId, id)) return 'repeated';
  ctx.limiter.take('inbound', row.id, replies);

  const body = cut(replyText(mail.text ?? ''), longest.message).trim();
  const files = mail.attachments.filter(({ related }) => !related);
  const { ids, refused } = await keepFiles(ctx, site, row, id, files);
  const from = mail.from?.value[0]?.address?.toLowerCase() ?? '';
  const isFromThem = from === answered.address.toLowerCase();
  const said = body || (ids.length ? '' : cut(mail.subject ?? '', longest.title).trim());
  if (!said && ids.length === 0 && refused.length === 0) return 'empty';
  if (said || ids.length)
    await addVisitorMessage(
      ctx,
      site,
      row,
      { name: visitor.name, blocked: false },
      { id, body: said, attachments: ids },
    );

  const now = ctx.clock.now();
  const notices = [
    ...(isFromThem ? [] : [noteOf(id, 'mail_from_other', { address: cut(from, longest.email) })]),
    ...(refused.length ? [noteOf(id, 'files_refused', { names: cut(refused.join(', '), 1_000) })] : []),
  ];
  await ctx.database.commit({
    site: siteId,
    events: notices.map((notice) => noticeEvent(row, notice)),
    write: (tx, seq) => [
      decisive(
        insertMail(
          tx,
          {
            siteId,
            id,
            kind: 'inbound',
            conversationId: row.id,
            address: isFromThem ? answered.address : from,
            messageId,
            state: 'received',
          },
          now,
        ),
      ),
      ...notices.flatMap((notice, place) => insertNotice(tx, row, notice, seq + place, now)),
      // Only who can read the mail knows its reply address.
      ...(isFromThem ? [verifyEmail(tx, siteId, row.visitorId, answered.address, now)] : []),
    ],
  });
  return 'received';
};

const parse = (raw: Buffer): Promise<ParsedMail | Error> =>
  simpleParser(raw, {
    skipTextToHtml: true,
    skipImageLinks: true,
    maxHtmlLengthToParse: maxHtml,
  }).catch((error: unknown) => (error instanceof Error ? error : new Error('unreadable')));

/**
 * Takes a mail as it came (RFC 5322). What answers a mail of ours becomes a message of its conversation; what a machine
 * wrote never does, and nothing is ever answered: there is no loop to get into.
 * @throws Failure `limited` or `storage_full`: it is to be brought again later
 */
export const takeMail = async (ctx: Context, raw: Buffer): Promise<InboundResult> => {
  const mail = await parse(raw);
  if (mail instanceof Error) {
    // Brought again it would be no better: it is said in the log, and not asked for again.
    ctx.metrics.mails.inc({ result: 'unreadable' });
    ctx.log.warn({ bytes: raw.length }, 'a mail could not be read');
    return 'unreadable';
  }
  const source = raw.toString('latin1');
  const machine = machineKind(mail, source);
  const addresses = [...recipientsOf(mail), ...(machine === 'bounce' ? quotedAddresses(ctx, source) : [])];
  const id = mailOfAddresses(ctx, addresses);
  const answered = id && (await findSignedMail(ctx, id));
  const result = !answered
    ? 'unknown'
    : machine === 'bounce'
      ? await takeBounce(ctx, answered)
      : machine === 'automatic'
        ? 'automatic'
        : answered.staffId !== null || answered.kind === 'inbound'
          ? 'unknown'
          : await takeReply(ctx, answered, mail, raw);
  ctx.metrics.mails.inc({ result });
  ctx.log.info({ result, bytes: raw.length }, 'a mail came in');
  return result;
};
