import { maxAttachments } from '../../../../shared/core/content/attachments.ts';
import { longest } from '../../../../shared/core/fields.ts';
import type { Context } from '../../../context.ts';
import { takeAttachment } from '../../content/attachments/attachments.ts';
import { cut } from '../../content/cut.ts';
import { findMessages } from '../../conversations/queries/messages.ts';
import { noticeEvent } from '../../conversations/notices.ts';
import type { ConversationRow } from '../../conversations/queries/conversations.ts';
import { addVisitorMessage } from '../../conversations/writes/messages.ts';
import { bringBack, insertNotice } from '../../conversations/writes/notices.ts';
import { decisive } from '../../db/database.ts';
import { derivedId } from '../../derivedId.ts';
import { isSameEmail, writtenEmail } from '../../emailAddress.ts';
import { Failure } from '../../http/failure.ts';
import type { Site } from '../../people/sites/sites.ts';
import { verifyEmail } from '../../people/visitors/writes.ts';
import { findMail, insertMail, type MailRow } from '../queries.ts';
import { isDeviceLine, maxPart } from '../reading/quoteLines.ts';
import type { MailFile, ReadMail } from '../reading/readMail.ts';
import { noteOf } from './notes.ts';
import { typedSubject } from './typedSubject.ts';

/** The conversation that a reply is added to. */
interface ReplyTo {
  site: Site;
  row: ConversationRow;
  visitor: { name: string | null };
  /** The mail that it answers. */
  mail: MailRow;
}

const fileName = ({ name }: MailFile): string =>
  cut(name.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim(), 255) || 'file';

/** The whole text of a mail that is longer than a message, as a file: no rule of the site's keeps it out. */
const wholeText = (text: string): MailFile => ({
  name: 'email.txt',
  type: 'text/plain',
  content: new TextEncoder().encode(text),
});
const withTexts = (site: Site, bytes: number): Site => {
  const { mostBytes: maxBytes, kinds } = site.settings.attachments;
  return {
    ...site,
    settings: {
      ...site.settings,
      attachments: {
        mostBytes: Math.max(maxBytes, bytes),
        kinds: [...new Set([...kinds, 'text' as const])],
      },
    },
  };
};

/** Keeps a mail's files under the rules of any file that a visitor sends. @returns the names of those not taken */
const keepFiles = async (
  ctx: Context,
  site: Site,
  row: ConversationRow,
  id: string,
  files: MailFile[],
): Promise<{ ids: string[]; refused: string[] }> => {
  const ids: string[] = [];
  const refused = files.slice(maxAttachments).map(fileName);
  for (const [place, file] of files.slice(0, maxAttachments).entries()) {
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

/** The parts of a reply that become messages: each as long as a message carries. */
const partsOf = ({ row }: ReplyTo, read: ReadMail) => {
  const subject = cut(typedSubject(read.subject, row.subject), longest.title);
  // Who has written all of it into the subject said it there; else it stands for itself, and is folded with the rest.
  const isAll = read.own === '' || isDeviceLine(read.own);
  const lines = (...parts: string[]): string => cut(parts.filter(Boolean).join('\n\n'), maxPart).trim();
  return {
    body: lines(isAll ? subject : '', read.own),
    quoted: lines(subject && !isAll ? `Subject: ${subject}` : '', read.quoted) || null,
  };
};

/** Whether a mail says what the message says that one with its Message-ID became: relays change spaces, and no words. */
const saysTheSame = async (ctx: Context, siteId: string, id: string, body: string): Promise<boolean> => {
  const [before] = await findMessages(ctx, siteId, [id]);
  const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
  // What was taken away since is told from nothing: the same mail again brings nothing of it back.
  return !before || before.removed !== null || words(before.body) === words(body);
};

/**
 * Adds a reply to its conversation; the same mail again changes nothing.
 * @returns `reused` for other words under the Message-ID of an earlier mail, null when nothing was written in it
 */
export const takeReply = async (
  ctx: Context,
  to: ReplyTo,
  read: ReadMail,
): Promise<'received' | 'repeated' | 'reused' | null> => {
  const { site, row, visitor, mail } = to;
  const siteId = site.id;
  const messageId = cut(read.messageId ?? `<${read.fingerprint}@unknown>`, 500);
  const id = derivedId('inbound', siteId, mail.conversationId, messageId);
  const { body, quoted } = partsOf(to, read);
  if (await findMail(ctx, siteId, id))
    return (await saysTheSame(ctx, siteId, id, body)) ? 'repeated' : 'reused';

  const files = [...(read.whole === null ? [] : [wholeText(read.whole)]), ...read.files];
  const rules = read.whole === null ? site : withTexts(site, files[0]?.content.byteLength ?? 0);
  const { ids, refused } = await keepFiles(ctx, rules, row, id, files);
  const isMessage = body !== '' || ids.length > 0;
  if (!isMessage && refused.length === 0) return null;
  if (isMessage)
    await addVisitorMessage(
      ctx,
      site,
      row,
      { name: visitor.name, blocked: false },
      { id, body, quoted, attachments: ids },
    );

  const now = ctx.clock.now();
  const isFromThem = isSameEmail(read.from, mail.address);
  const notices = [
    ...(isFromThem ? [] : [noteOf(id, 'mail_from_other', { address: cut(read.from, longest.email) })]),
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
            address: isFromThem ? mail.address : writtenEmail(read.from),
            messageId,
            state: 'received',
          },
          now,
        ),
      ),
      ...notices.flatMap((notice, place) => insertNotice(tx, row, notice, seq + place, now)),
      // A mail of which nothing could be kept wants an act as much as one that could.
      ...(isMessage ? [] : [bringBack(tx, row, now)]),
      // Only who can read the mail knows its reply address.
      ...(isFromThem ? [verifyEmail(tx, siteId, row.visitorId, mail.address, now)] : []),
    ],
  });
  return 'received';
};
