import { setMailLink, insertReset } from './writes.ts';
import type { Job, JobResult } from '../core/jobs/work.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { newSecret } from '../../shared/core/ids.ts';
import { mainLanguage } from '../../shared/core/languages.ts';
import type { Context } from '../context.ts';
import { Hopeless } from '../core/jobs/runner.ts';
import { pay } from '../core/mail/writes/budget.ts';
import { letterHtml, letterText } from '../core/mail/letter.tsx';
import { Refused } from '../core/mail/mailer.ts';
import { mailLanguage } from '../core/mail/texts.ts';
import { fill } from '../core/pages/texts.ts';
import { findPerson, findStaffInvite } from './queries.ts';

/** A link to a new password works for so long, milliseconds. */
export const resetLifetime = 30 * 60_000;

const done: JobResult = { kind: 'done' };

/** Sends one of the letters that are about a person's login: no conversation's, and answered by nobody. */
const sendLetter = async (
  ctx: Context,
  { id, siteId, attempts }: Pick<Job, 'id' | 'siteId' | 'attempts'>,
  to: string,
  text: 'reset' | 'invitation',
  href: string,
): Promise<void> => {
  const site = await ctx.sites.byId(siteId);
  if (!site) return;
  // Whether it is a reset or an invitation, somebody who is not its reader asked for it.
  const postage = {
    siteId,
    address: to,
    visitorId: null,
    isProven: text === 'reset',
    asks: text === 'invitation',
  };
  // Once: a mail server that is away costs no budget.
  if (attempts <= 1 && !(await pay(ctx, postage)))
    throw new Hopeless('this address has had enough mails for today');
  if (!ctx.mailer.isConfigured) throw new Hopeless('no mail server is set up (SMTP_URL)');
  const language = mailLanguage(mainLanguage(site.settings));
  const { texts } = language;
  const letter = {
    language,
    accent: site.settings.theme.accent,
    paragraphs: [fill(texts[`${text}Text`], { site: site.name })],
    quotes: [],
    action: { label: texts[`${text}Button`], href, note: texts[`${text}Note`] },
    footer: [fill(text === 'invitation' ? texts.whyInvited : texts.whyStaff, { site: site.name })],
    stop: null,
  };
  const messageId = `<${id}@${ctx.config.mail.from.split('@').at(-1)}>`;
  try {
    await ctx.mailer.send({
      from: { name: site.name, address: ctx.config.mail.from },
      sender: ctx.config.mail.from,
      to,
      replyTo: undefined,
      subject: `[${site.name}] ${texts[`${text}Subject`]}`,
      text: letterText(letter),
      html: letterHtml(letter),
      messageId,
      inReplyTo: messageId,
      references: [],
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'X-Foyer': text },
    });
  } catch (error) {
    if (error instanceof Refused) throw new Hopeless(error.message);
    throw error;
  }
};

/** The secret is made where the mail is: no list of jobs holds one. */
const sendReset: JobHandler = async (ctx, job) => {
  const person = await findPerson(ctx, String(job.payload['staff']));
  if (!person || person.disabledAt !== null || !person.passwordHash) return done;
  const secret = newSecret();
  await ctx.database.write((tx) => [insertReset(tx, person.id, secret, ctx.clock.now() + resetLifetime)]);
  await sendLetter(ctx, job, person.email, 'reset', `${ctx.config.publicUrl}/inbox/reset#${secret}`);
  return done;
};

const sendInvitation: JobHandler = async (ctx, job) => {
  const invitation = await findStaffInvite(ctx, job.siteId, String(job.payload['invitation']));
  if (!invitation || invitation.endsAt <= ctx.clock.now()) return done;
  const secret = newSecret();
  await ctx.database.write((tx) => [setMailLink(tx, job.siteId, invitation.id, secret)]);
  await sendLetter(
    ctx,
    job,
    invitation.email,
    'invitation',
    `${ctx.config.publicUrl}/inbox/welcome#${secret}`,
  );
  return done;
};

export const accountJobs: Record<string, JobHandler> = {
  'account.reset': sendReset,
  'account.invitation': sendInvitation,
};
