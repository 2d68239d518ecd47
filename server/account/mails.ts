import { setMailLink, insertReset } from './writes.ts';
import type { Job, JobResult } from '../core/jobs/work.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { newSecret } from '../../shared/core/ids.ts';
import type { Context } from '../context.ts';
import { letterLanguage, sendStaffLetter } from '../core/mail/staffLetter.ts';
import { hasPassword } from '../core/people/staff/passwords.ts';
import { fill } from '../core/pages/texts.ts';
import { findPerson, findStaffInvite } from './queries.ts';

/** A link to a new password works for so long, milliseconds. */
export const resetLifetime = 30 * 60_000;

const done: JobResult = { kind: 'done' };

/** Sends one of the letters that are about a person's login. */
const sendLetter = async (
  ctx: Context,
  job: Pick<Job, 'id' | 'siteId' | 'attempts'>,
  to: string,
  text: 'reset' | 'invitation',
  href: string,
): Promise<void> => {
  const { siteId } = job;
  const site = await ctx.sites.byId(siteId);
  if (!site) return;
  const { texts } = letterLanguage(site);
  const isReset = text === 'reset';
  await sendStaffLetter(ctx, job, site, {
    kind: text,
    to,
    // Whether it is a reset or an invitation, somebody who is not its reader asked for it.
    postage: { siteId, address: to, visitorId: null, isProven: isReset, asks: !isReset },
    subject: texts[`${text}Subject`],
    paragraphs: [fill(texts[`${text}Text`], { site: site.name })],
    action: { label: texts[`${text}Button`], href, note: texts[`${text}Note`] },
    footer: fill(isReset ? texts.whyStaff : texts.whyInvited, { site: site.name }),
  });
};

/** The secret is made where the mail is: no list of jobs holds one. */
const sendReset: JobHandler = async (ctx, job) => {
  const person = await findPerson(ctx, String(job.payload['staff']));
  if (!person || person.disabledAt !== null || !hasPassword(person)) return done;
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
