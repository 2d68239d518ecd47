import { newId } from '../../shared/core/ids.ts';
import type { Context } from '../context.ts';
import type { Queries, Statement } from '../core/db/database.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { planJob } from '../core/jobs/queries.ts';
import { letterLanguage, sendStaffLetter } from '../core/mail/staffLetter.ts';
import { fill } from '../core/pages/texts.ts';
import { findPerson, findSiteOf } from './queries.ts';

/** Changes of a login that its owner is told of by mail: whoever else made them, the owner reads it. */
const notices = ['passkeyAdded', 'passkeyRemoved', 'passkeyCopied'] as const;
type Notice = (typeof notices)[number];

/** The job that mails a notice. */
export const noticeJobKind = 'account.notice';

const isNotice = (name: unknown): name is Notice => notices.some((notice) => notice === name);

/** Prepares the statements that plan a notice: none for who is on no site, whose mails nobody sends. */
export const planNotice = async (
  ctx: Context,
  staffId: string,
  notice: Notice,
): Promise<(tx: Queries) => Statement[]> => {
  const siteId = await findSiteOf(ctx, staffId);
  const now = ctx.clock.now();
  const job = { kind: noticeJobKind, key: newId(now), payload: { staff: staffId, notice }, runAt: now };
  return (tx) => (siteId === null || !ctx.mailer.isConfigured ? [] : [planJob(tx, siteId, job, now)]);
};

/** Mails a notice. */
export const sendNotice: JobHandler = async (ctx, job) => {
  const { notice } = job.payload;
  const person = await findPerson(ctx, String(job.payload['staff']));
  const site = await ctx.sites.byId(job.siteId);
  if (!site || !person || person.disabledAt !== null || !isNotice(notice)) return { kind: 'done' };
  const { texts } = letterLanguage(site);
  await sendStaffLetter(ctx, job, site, {
    kind: 'login',
    to: person.email,
    postage: { siteId: site.id, address: person.email, visitorId: null, isProven: 'staff' },
    subject: texts[`${notice}Subject`],
    paragraphs: [fill(texts[`${notice}Text`], { site: site.name })],
    action: {
      label: texts.noticeButton,
      href: `${ctx.config.publicUrl}/inbox/account`,
      note: texts.noticeNote,
    },
    footer: fill(texts.whyStaff, { site: site.name }),
  });
  return { kind: 'done' };
};
