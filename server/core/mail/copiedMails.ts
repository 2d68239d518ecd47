import type { MailPerson } from '../../../shared/core/conversations/mailPeople.ts';
import { peopleOf } from '../../../shared/core/conversations/mailNames.ts';
import type { Message } from '../../../shared/core/conversations/schema.ts';
import { mainLanguage } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import { assertPresent } from '../assertPresent.ts';
import type { ConversationRow } from '../conversations/queries/conversations.ts';
import { listMessages, toMessageViews } from '../conversations/queries/messages.ts';
import { isSameEmail } from '../emailAddress.ts';
import type { Job, JobResult } from '../jobs/work.ts';
import type { Site } from '../people/sites/sites.ts';
import { messageIdOf } from './addresses.ts';
import { addressOf, filesOf, senderOf } from './byMail.ts';
import { deliver } from './deliver.ts';
import { findMail, makeMail } from './queries.ts';
import { mailLanguage } from './texts.ts';
import { letterOf, quoteOf, teamOf } from './visitorLetter.ts';
import { isSpent, type Postage } from './writes/budget.ts';

const hour = 3_600_000;

/** True for a reply that goes to others besides the visitor: it is a mail of its own, to all of them at once. */
export const hasCopies = ({ mail }: Pick<Message, 'mail'> | { mail: Message['mail'] | null }): boolean =>
  (mail?.cc?.length ?? 0) + (mail?.bcc?.length ?? 0) > 0;

/** The message before a reply, where each of its readers had it: nobody is sent what was not written to them. */
const questionFor = async (
  ctx: Context,
  row: ConversationRow,
  before: number,
  readers: readonly MailPerson[],
): Promise<Message | null> => {
  const rows = await listMessages(ctx, row.siteId, row.id, false);
  const asked = rows.findLast(
    ({ seq, authorKind, removed }) => authorKind === 'visitor' && !removed && seq < before,
  );
  const had = asked?.mail ? peopleOf(asked.mail) : [];
  const isKnown = readers.every(({ address }) => had.some((one) => isSameEmail(one.address, address)));
  return asked && isKnown ? ((await toMessageViews(ctx, row.siteId, [asked]))[0] ?? null) : null;
};

/**
 * Sends a reply to the visitor and those whom its writer chose: that message alone, with its files, and no link that
 * makes who opens it the visitor.
 */
export const sendToAll = async (
  ctx: Context,
  job: Job,
  about: { site: Site; row: ConversationRow; visitor: { id: string }; email: string; isProven: boolean },
  message: Message,
): Promise<JobResult> => {
  const { site, row, email } = about;
  const { cc = [], bcc = [] } = message.mail ?? {};
  let mail = await findMail(ctx, site.id, job.id);
  if (!mail) {
    const postages: Postage[] = [
      { siteId: site.id, address: email, visitorId: about.visitor.id, isProven: about.isProven },
      // Chosen by hand, by one of the team.
      ...[...cc, ...bcc].map(({ address }) => ({
        siteId: site.id,
        address,
        visitorId: null,
        isProven: true,
      })),
    ];
    for (const postage of postages)
      if (await isSpent(ctx, postage)) return { kind: 'later', at: ctx.clock.now() + hour };
    const made = await makeMail(
      ctx,
      {
        siteId: site.id,
        id: job.id,
        kind: 'reply',
        conversationId: row.id,
        address: email,
        messageId: messageIdOf(ctx, job.id),
        state: 'sending',
        after: message.seq - 1,
        upTo: message.seq,
      },
      postages,
    );
    if (!made) return { kind: 'later', at: ctx.clock.now() + hour };
    mail = assertPresent(await findMail(ctx, site.id, job.id), 'the job’s mail was just made');
  }
  const language = mailLanguage(row.language, mainLanguage(site.settings));
  const asked = await questionFor(ctx, row, message.seq, [...cc, ...bcc]);
  const { files, attached } = await filesOf(ctx, site.id, [message]);
  const address = await addressOf(ctx, site, row);
  return deliver(ctx, mail, {
    fromName: message.author.name
      ? `${message.author.name} (${address?.name || teamOf(site)})`
      : address?.name || teamOf(site),
    subject: message.id === row.id ? row.subject : `Re: ${row.subject}`,
    isFirst: message.id === row.id,
    cc,
    bcc,
    ...(await senderOf(ctx, site, row)),
    automatic: 'no',
    files,
    letter: letterOf(ctx, site, row, mail, language, {
      messages: [message],
      question: asked && quoteOf(site, row, language, asked),
      linkBack: false,
      mayStop: false,
      attached,
      signature: address?.signature ?? '',
    }),
  });
};
