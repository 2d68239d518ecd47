import { longest } from '../../../../shared/core/fields.ts';
import type { Context } from '../../../context.ts';
import { cut } from '../../content/cut.ts';
import { findMessages } from '../../conversations/queries/messages.ts';
import { noticeEvent } from '../../conversations/notices.ts';
import type { ConversationRow } from '../../conversations/queries/conversations.ts';
import { addVisitorMessage } from '../../conversations/writes/messages.ts';
import { bringBack, insertNotice } from '../../conversations/writes/notices.ts';
import { decisive } from '../../db/database.ts';
import { derivedId } from '../../derivedId.ts';
import { isSameEmail, writtenEmail } from '../../emailAddress.ts';
import type { Site } from '../../people/sites/sites.ts';
import { verifyEmail } from '../../people/visitors/writes.ts';
import { findMail, insertMail, type MailRow } from '../queries.ts';
import { isDeviceLine, maxPart } from '../reading/quoteLines.ts';
import type { ReadMail } from '../reading/readMail.ts';
import { keepOriginal, mailOf } from '../originals/keepOriginal.ts';
import { keepFiles } from './keepFiles.ts';
import { findParticipant, othersOf } from './others.ts';
import { wasCopied } from './queries.ts';
import { noteOf } from './notes.ts';
import { typedSubject } from './typedSubject.ts';

/** The conversation that a reply is added to. */
interface ReplyTo {
  site: Site;
  row: ConversationRow;
  visitor: { name: string | null; email: string | null };
  /** The mail that it answers. */
  mail: MailRow;
  /** True when it came by the mail's signed address: only who reads the mail knows that. */
  isSigned: boolean;
  /** The address of the site that it came in at. */
  mailbox?: string | null;
}

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

/** A mail's Message-ID, or what stands for one. */
export const messageIdOfMail = (read: ReadMail): string =>
  cut(read.messageId ?? `<${read.fingerprint}@unknown>`, 500);

/** Whether a mail says what the message says that one with its Message-ID became: relays change spaces, and no words. */
export const saysTheSame = async (
  ctx: Context,
  siteId: string,
  id: string,
  body: string,
): Promise<boolean> => {
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
  const { site, row, visitor, mail, isSigned, mailbox = null } = to;
  const siteId = site.id;
  const messageId = messageIdOfMail(read);
  const id = derivedId('inbound', siteId, mail.conversationId, messageId);
  const { body, quoted } = partsOf(to, read);
  if (await findMail(ctx, siteId, id))
    return (await saysTheSame(ctx, siteId, id, body)) ? 'repeated' : 'reused';

  const isFromThem = isSameEmail(read.from, mail.address);
  const isVisitor = isSameEmail(read.from, visitor.email ?? mail.address);
  const writer = isVisitor ? null : await findParticipant(ctx, siteId, row.id, read);
  const { ids, refused } = await keepFiles(ctx, site, row.visitorId, id, read);
  const original = await keepOriginal(ctx, site.id, row.visitorId, id, read);
  const isMessage = body !== '' || ids.length > 0;
  if (!isMessage && refused.length === 0) return null;
  if (isMessage)
    await addVisitorMessage(
      ctx,
      site,
      row,
      { name: visitor.name, blocked: false },
      {
        id,
        body,
        quoted,
        attachments: ids,
        mail: mailOf(await othersOf(ctx, read, visitor.email, writer), original),
      },
    );

  // Who got a copy knows the address that only its reader would know.
  const isProof = isSigned && isFromThem && isVisitor && !(await wasCopied(ctx, mail));
  const now = ctx.clock.now();
  const notices = [
    ...(isVisitor || isFromThem || writer
      ? []
      : [noteOf(id, 'mail_from_other', { address: cut(read.from, longest.email) })]),
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
            mailbox,
          },
          now,
        ),
      ),
      ...notices.flatMap((notice, place) => insertNotice(tx, row, notice, seq + place, now)),
      // A mail of which nothing could be kept wants an act as much as one that could.
      ...(isMessage ? [] : [bringBack(tx, row, now)]),
      ...(isProof ? [verifyEmail(tx, siteId, row.visitorId, mail.address, now)] : []),
    ],
  });
  return 'received';
};
