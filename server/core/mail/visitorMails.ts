import { assertPresent } from '../assertPresent.ts';
import type { Message } from '../../../shared/core/conversations/schema.ts';
import { findMessages, toMessageViews, listMessages } from '../conversations/queries/messages.ts';
import { mainLanguage } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import { type ConversationRow, findConversation } from '../conversations/queries/conversations.ts';
import type { Job, JobResult } from '../jobs/work.ts';
import type { JobHandler } from '../jobs/handlers.ts';
import { fill } from '../pages/texts.ts';
import { findVisitorRow, hasProven } from '../people/visitors/queries.ts';
import { messageIdOf } from './addresses.ts';
import { addressOf, filesOf, isByMail, senderOf } from './byMail.ts';
import { hasCopies, sendToAll } from './copiedMails.ts';
import { deliver, stopLink } from './deliver.ts';
import { letterOf, questionOf, saidTo, teamOf } from './visitorLetter.ts';
import { isSpent } from './writes/budget.ts';
import { findMail, isStopped, takeBurst } from './queries.ts';
import { mailToken } from './signing.ts';
import { mailLanguage } from './texts.ts';

/** A visitor who has not looked for so long is gone, and a burst of replies is over, milliseconds. */
export const goneAfter = 3 * 60_000;
/** Maximum delay of a mail while somebody writes on and on, milliseconds. */
const maxBurstTime = 15 * 60_000;
const hour = 3_600_000;

const done: JobResult = { kind: 'done' };

/** The subject of a job, or null when it is gone. */
const subjectOf = async (ctx: Context, job: Job) => {
  const site = await ctx.sites.byId(job.siteId);
  const row = await findConversation(ctx, job.siteId, String(job.payload['conversation']));
  const visitor = row && (await findVisitorRow(ctx, job.siteId, row.visitorId));
  return site && row && visitor ? { site, row, visitor } : null;
};

/** The message of a job that goes to others, too; null where it goes to the visitor alone, or is no more. */
const findCopied = async (ctx: Context, row: ConversationRow, id: string): Promise<Message | null> => {
  const [message] = await findMessages(ctx, row.siteId, [id]);
  if (!message || message.conversationId !== row.id || !hasCopies(message)) return null;
  if (message.removed?.what === 'message') return null;
  return (await toMessageViews(ctx, row.siteId, [message]))[0] ?? null;
};

/** The mail of a job, before it is sent. */
const mailOf = (
  ctx: Context,
  job: Job,
  given: { row: ConversationRow; email: string; after: number; upTo: number },
) => ({
  siteId: job.siteId,
  id: job.id,
  kind: 'reply' as const,
  conversationId: given.row.id,
  address: given.email,
  messageId: messageIdOf(ctx, job.id),
  state: 'sending' as const,
  after: given.after,
  upTo: given.upTo,
  mailbox: String(job.payload['mailbox'] ?? '') || null,
});

/**
 * The mail to a visitor who is gone: everything they have not seen, once they have not looked for three minutes and
 * nobody writes any more; who writes by mail has not seen what was said meanwhile, and gets what they asked for, whatever
 * they want else. The first job that finds a burst takes it; the others find nothing left.
 */
export const sendReply: JobHandler = async (ctx, job) => {
  const found = await subjectOf(ctx, job);
  if (!found) return done;
  const { site, row, visitor } = found;
  const { email } = visitor;
  const isProven = hasProven(visitor, email);
  if (!email || visitor.blockedAt !== null || row.held) return done;
  const now = ctx.clock.now();
  const copied = await findCopied(ctx, row, job.key);
  if (copied) return sendToAll(ctx, job, { ...found, email, isProven }, copied);
  // What staff start by mail goes there, wherever else its reader is known.
  const starts = row.kind === 'mail' && job.key === row.id;
  const byMail = starts || (await isByMail(ctx, row));
  let mail = await findMail(ctx, site.id, job.id);
  if (!mail) {
    const after = byMail ? row.mailedSeq : Math.max(row.visitorSeen, row.mailedSeq);
    const unseen = await saidTo(ctx, row, { after, upTo: row.lastSeq, byMail });
    const [oldest, newest] = [unseen[0], unseen.at(-1)];
    if (!oldest || !newest) return done;
    if (oldest.id === row.id && (await ctx.refusesMails(site.id, [visitor.id]))) return done;
    const isAutomatic = unseen.every(({ notice }) => notice?.kind === 'auto_reply');
    if ((starts || !byMail || isAutomatic) && (await isStopped(ctx, site.id, email))) return done;
    const quiet = Math.min(newest.at + goneAfter, oldest.at + maxBurstTime);
    const due = byMail ? now : Math.max(quiet, (row.visitorSeenAt ?? 0) + goneAfter);
    if (due > now) return { kind: 'later', at: due };
    const postage = { siteId: site.id, address: email, visitorId: visitor.id, isProven };
    if (await isSpent(ctx, postage)) return { kind: 'later', at: now + hour };
    const taken = mailOf(ctx, job, { row, email, after, upTo: newest.seq });
    // Another mail took it, or the budget was spent meanwhile: a later look finds which.
    if (!(await takeBurst(ctx, taken, row.mailedSeq, postage))) return { kind: 'later', at: now + hour };
    mail = assertPresent(await findMail(ctx, site.id, job.id), 'the job’s mail was just made');
  }
  const messages = await saidTo(ctx, row, {
    after: byMail ? mail.after : Math.max(mail.after, row.visitorSeen),
    upTo: mail.upTo,
    byMail,
  });
  if (messages.length === 0) return done;
  const language = mailLanguage(row.language, mainLanguage(site.settings));
  const who = messages.findLast(({ author }) => author.kind === 'staff')?.author.name;
  // The question, like the subject, is what they wrote: until the address is theirs for certain, it may be meant for
  // somebody else. It goes out once one of us has read it and replied, never with what is sent automatically.
  const before = isProven || who ? messages[0]?.seq : undefined;
  const question =
    before === undefined ? null : await questionOf(ctx, site, row, language, { before, isProven });
  // Files go to nobody but who is asking for certain, or wrote the mail.
  const { files, attached } =
    byMail || isProven ? await filesOf(ctx, site.id, messages) : { files: [], attached: new Set<string>() };
  const isComplete = messages.every(({ attachments }) => attachments.every(({ id }) => attached.has(id)));
  const address = byMail ? await addressOf(ctx, site, row) : null;
  return deliver(ctx, mail, {
    fromName: who ? `${who} (${address?.name || teamOf(site)})` : address?.name || teamOf(site),
    subject: starts
      ? row.subject
      : isProven || who
        ? `Re: ${row.subject}`
        : fill(language.texts.replySubject, { team: teamOf(site) }),
    isFirst: starts,
    ...(byMail && { ...(await senderOf(ctx, site, row)), ...(who && { automatic: 'no' as const }) }),
    files,
    letter: letterOf(ctx, site, row, mail, language, {
      messages,
      question,
      linkBack: !byMail || !isComplete,
      mayStop: !byMail,
      attached,
      ...(byMail && { signature: address?.signature ?? '' }),
    }),
  });
};

/** Sends a transcript to an address that is the visitor's for certain, or whose reader said that they want it. */
export const sendTranscript: JobHandler = async (ctx, job) => {
  const found = await subjectOf(ctx, job);
  const mail = await findMail(ctx, job.siteId, job.id);
  if (!found || !mail) return done;
  const { site, row, visitor } = found;
  if (mail.state === 'unconfirmed') return done;
  const messages = await toMessageViews(ctx, site.id, await listMessages(ctx, site.id, row.id, false));
  const language = mailLanguage(row.language, mainLanguage(site.settings));
  return deliver(ctx, mail, {
    fromName: teamOf(site),
    subject: fill(language.texts.transcriptSubject, { team: teamOf(site), subject: row.subject }),
    letter: letterOf(ctx, site, row, mail, language, {
      messages: messages.filter(
        ({ notice, removed }) => removed?.what !== 'message' && (!notice || notice.kind === 'promise_moved'),
      ),
      paragraphs: [language.texts.transcriptText],
      // Whoever has the link is the visitor: it goes to nobody but them.
      linkBack: hasProven(visitor, mail.address),
      mayStop: false,
    }),
  });
};

/** Asks whether an address is the visitor's, before what was written goes there. Nothing that anybody wrote is in it. */
export const askAddress: JobHandler = async (ctx, job) => {
  const found = await subjectOf(ctx, job);
  const transcript = await findMail(ctx, job.siteId, String(job.payload['transcript']));
  if (!found || transcript?.state !== 'unconfirmed') return done;
  const { site, row } = found;
  const mail = await findMail(ctx, job.siteId, job.id);
  if (!mail) return done;
  const language = mailLanguage(row.language, mainLanguage(site.settings));
  const { texts, tag } = language;
  const team = teamOf(site);
  return deliver(ctx, mail, {
    fromName: team,
    subject: fill(texts.confirmSubject, { team }),
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [fill(texts.confirmText, { team })],
      quotes: [],
      action: {
        label: texts.confirmButton,
        href: `${ctx.config.publicUrl}/mail/confirm/${mailToken(ctx, 'confirm', transcript.id)}?lang=${tag}`,
        note: texts.confirmNote,
      },
      footer: [],
      stop: { label: texts.stop, href: stopLink(ctx, mail.id) },
    },
  });
};
