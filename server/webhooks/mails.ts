import { isAtLeast } from '../../shared/core/people/roles.ts';
import { staffPath } from '../../shared/core/mail/routes.ts';
import { fill } from '../core/pages/texts.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import type { JobResult } from '../core/jobs/work.ts';
import { letterLanguage, sendStaffLetter } from '../core/mail/staffLetter.ts';
import { listColleagues } from '../core/people/staff/queries.ts';
import { findEndpoint } from './queries.ts';
import { webhookTexts } from './texts.ts';

const done: JobResult = { kind: 'done' };

/** A webhook ended by itself: everybody who may turn it on again is told, each by a job of their own. */
const tellAdmins: JobHandler = async (ctx, job) => {
  const admins = (await listColleagues(ctx, job.siteId)).filter(({ role }) => isAtLeast(role, 'admin'));
  const now = ctx.clock.now();
  return {
    kind: 'done',
    write: (tx) =>
      admins.map(({ id }) =>
        planJob(
          tx,
          job.siteId,
          {
            kind: 'webhook.tell',
            key: `${job.key} ${id}`,
            payload: { ...job.payload, staff: id },
            runAt: now,
          },
          now,
        ),
      ),
  };
};

const tellAdmin: JobHandler = async (ctx, job) => {
  const { siteId, payload } = job;
  const site = await ctx.sites.byId(siteId);
  const endpoint = await findEndpoint(ctx, siteId, String(payload['endpoint']));
  const person = (await listColleagues(ctx, siteId)).find(({ id }) => id === payload['staff']);
  if (!site || !endpoint || !person) return done;
  if (endpoint.state !== 'gone' && endpoint.state !== 'failing') return done;
  const language = letterLanguage(site);
  const texts = webhookTexts(language.tag);
  const values = { host: new URL(endpoint.url).host };
  await sendStaffLetter(ctx, job, site, {
    kind: 'webhook',
    to: person.email,
    postage: { siteId, address: person.email, visitorId: null, isProven: 'staff' },
    subject: fill(texts[`${endpoint.state}Subject`], values),
    paragraphs: [
      fill(texts[`${endpoint.state}Text`], values),
      ...(endpoint.state === 'failing' ? [texts.waiting] : []),
    ],
    action: {
      label: texts.button,
      href: ctx.config.publicUrl + staffPath(site.id, 'console/webhooks'),
      note: '',
    },
    footer: fill(language.texts.whyStaff, { site: site.name }),
  });
  return done;
};

export const webhookJobs: Record<string, JobHandler> = {
  'webhook.ended': tellAdmins,
  'webhook.tell': tellAdmin,
};
