import type { JobResult } from '../jobs/work.ts';
import type { MailPerson } from '../../../shared/core/conversations/mailPeople.ts';
import { readOnPage } from '../../../shared/core/mail/states.ts';
import type { Context } from '../../context.ts';
import { readMailLogo } from '../brand/mailLogo.ts';
import { Hopeless } from '../jobs/runner.ts';
import { messageIdOf, replyAddress } from './addresses.ts';
import type { ConnectedMailbox } from './connected/queries.ts';
import { sendByMailbox } from './connected/send.ts';
import { type Letter, letterHtml, letterText } from './letter.tsx';
import { type OutgoingMail, Refused } from './mailer.ts';
import { listThread, type MailRow, setMailState } from './queries.ts';
import { mailToken } from './signing.ts';

/** Where one press ends all mails to the address of this one. */
export const stopLink = (ctx: Context, mailId: string): string =>
  `${ctx.config.publicUrl}/mail/stop/${mailToken(ctx, 'stop', mailId)}`;

/** The content and the envelope of one mail. */
interface Delivery {
  fromName: string;
  subject: string;
  letter: Letter;
  /** The sender's address, where it is not the installation's. */
  from?: string | undefined;
  replyTo?: string | undefined;
  /** The mailbox that it is sent by; absent for the installation's mail server. Replies come back to it. */
  by?: ConnectedMailbox | undefined;
  files?: OutgoingMail['files'];
  /** Whether a machine wrote it (RFC 3834); `no` for a person's own words in a thread of mails. */
  automatic?: 'auto-generated' | 'auto-replied' | 'no';
  calendar?: OutgoingMail['calendar'];
  /** True for one about something public that a reply is written to. */
  takesReply?: boolean;
  /** Others whom it goes to. */
  cc?: readonly MailPerson[];
  bcc?: readonly MailPerson[];
  /** True for a mail that begins its thread: it answers nothing. */
  isFirst?: boolean;
}

/**
 * Sends one mail and says so: its row was there before, and changes with the commit that ends the job. A process that
 * dies in between sends it again under the same Message-ID.
 */
export const deliver = async (ctx: Context, mail: MailRow, given: Delivery): Promise<JobResult> => {
  const { letter, automatic = 'auto-generated' } = given;
  const keep = async (state: 'unsent' | 'failed', reason: string): Promise<never> => {
    await ctx.database.write((tx) => [setMailState(tx, mail, state, ctx.clock.now())]);
    ctx.metrics.mails.inc({ result: state });
    throw new Hopeless(reason);
  };
  const { by } = given;
  if (!by && !ctx.mailer.isConfigured) return keep('unsent', 'no mail server is set up (SMTP_URL)');

  const isOneWay = readOnPage.includes(mail.kind) && !given.takesReply;
  const answer = isOneWay || by ? null : replyAddress(ctx, mail.id);
  const root = messageIdOf(ctx, mail.conversationId);
  const { cc = [], bcc = [] } = given;
  // Who reads along follows the whole thread, whoever of them wrote last.
  const reader = cc.length + bcc.length > 0 ? null : mail.address;
  const before = await listThread(ctx, mail.siteId, mail.conversationId, reader, mail.id);
  const site = await ctx.sites.byId(mail.siteId);
  const logo = site && (await readMailLogo(ctx, site));
  const send = (whole: OutgoingMail): Promise<void> =>
    by ? sendByMailbox(ctx, by, whole) : ctx.mailer.send(whole);
  try {
    await send({
      from: { name: given.fromName, address: given.from ?? ctx.config.mail.from },
      // What cannot be delivered comes back by the mail's own address, and so to its conversation.
      sender: answer ?? by?.address ?? ctx.config.mail.from,
      to: mail.address,
      cc,
      bcc,
      replyTo: given.replyTo ?? (mail.staffId === null ? (answer ?? undefined) : undefined),
      subject: given.subject,
      text: letterText(letter),
      html: letterHtml(letter, logo),
      logo,
      messageId: mail.messageId,
      inReplyTo: given.isFirst ? undefined : (before.at(-1) ?? root),
      // A thread that began with a mail of its own has that as its root.
      references: given.isFirst
        ? []
        : automatic === 'auto-generated' || before.length === 0
          ? [root, ...before]
          : before,
      pictures: letter.figures?.charts,
      files: given.files,
      calendar: given.calendar,
      headers: {
        // Who answers by themselves does not answer this.
        ...(automatic !== 'no' && { 'Auto-Submitted': automatic }),
        'X-Auto-Response-Suppress': 'All',
        'X-Foyer': mail.kind,
        ...(letter.stop && {
          'List-Unsubscribe': `<${letter.stop.href}>`,
          // RFC 8058
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    });
  } catch (error) {
    if (error instanceof Refused) return keep('failed', error.message);
    ctx.metrics.mails.inc({ result: 'deferred' });
    throw error;
  }
  ctx.metrics.mails.inc({ result: 'sent' });
  return { kind: 'done', write: (tx) => [setMailState(tx, mail, 'sent', ctx.clock.now())] };
};
