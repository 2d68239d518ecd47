import { isAtLeast } from '../../shared/core/people/roles.ts';
import { staffPath } from '../../shared/core/mail/routes.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { JobResult } from '../core/jobs/work.ts';
import { changeConnected, findConnected } from '../core/mail/connected/queries.ts';
import { letterLanguage, sendStaffLetter } from '../core/mail/staffLetter.ts';
import { fill } from '../core/pages/texts.ts';
import { listColleagues } from '../core/people/staff/queries.ts';
import { mailboxTexts } from './texts.ts';

const done: JobResult = { kind: 'done' };

/** A mailbox fails and goes on failing: everybody who may mend it is told, each by a job of their own, once. */
const tellAdmins: JobHandler = async (ctx, job) => {
  const { siteId, payload, key } = job;
  const mailbox = await findConnected(ctx, siteId, String(payload['mailbox']));
  if (!mailbox?.fault || mailbox.paused || mailbox.toldAt !== null || !ctx.mailer.isConfigured) return done;
  const admins = (await listColleagues(ctx, siteId)).filter(({ role }) => isAtLeast(role, 'admin'));
  const now = ctx.clock.now();
  return {
    kind: 'done',
    write: (tx) => [
      ...changeConnected(tx, mailbox, { toldAt: now }),
      ...admins.map(({ id }) =>
        planJob(
          tx,
          siteId,
          { kind: 'mailbox.tell', key: `${key} ${id}`, payload: { ...payload, staff: id }, runAt: now },
          now,
        ),
      ),
    ],
  };
};

const tellAdmin: JobHandler = async (ctx, job) => {
  const { siteId, payload } = job;
  const site = await ctx.sites.byId(siteId);
  const mailbox = await findConnected(ctx, siteId, String(payload['mailbox']));
  const person = (await listColleagues(ctx, siteId)).find(({ id }) => id === payload['staff']);
  // What works again meanwhile is no news.
  if (!site || !mailbox?.fault || mailbox.paused || !person) return done;
  const language = letterLanguage(site);
  const texts = mailboxTexts(language.tag);
  const { address } = mailbox;
  await sendStaffLetter(ctx, job, site, {
    kind: 'mailbox',
    to: person.email,
    postage: { siteId, address: person.email, visitorId: null, isProven: 'staff' },
    subject: fill(texts.subject, { address }),
    paragraphs: [fill(texts.lead, { address }), texts[`fault_${mailbox.fault}`], texts.waiting],
    action: {
      label: texts.button,
      href: ctx.config.publicUrl + staffPath(site.id, 'console/mail'),
      note: '',
    },
    footer: fill(language.texts.whyStaff, { site: site.name }),
  });
  return done;
};

export const mailboxJobs: Record<string, JobHandler> = {
  'mailbox.failing': tellAdmins,
  'mailbox.tell': tellAdmin,
};
