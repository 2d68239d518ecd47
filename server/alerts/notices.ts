import type { Push } from '../../shared/alerts/schema.ts';
import { usualChoices } from '../../shared/core/people/alertChoices.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import type { JobResult } from '../core/jobs/work.ts';
import { isQuietAt } from '../core/people/staff/alertChoices.ts';
import { noticeJobKind } from '../core/people/staff/notice.ts';
import { listChoices, listOnline } from '../core/people/staff/queries.ts';
import { dispatch, forget, freshFor, isTheirs } from './dispatch.ts';
import { findDevice, listDevices } from './queries.ts';

/* Notices that features write, to the browsers of one person: none in quiet hours, or to whoever is at the inbox. */

const done: JobResult = { kind: 'done' };

const begin: JobHandler = async (ctx, { siteId, key, payload }) => {
  const staffId = String(payload['staff']);
  const own = (await listChoices(ctx, siteId)).get(staffId) ?? usualChoices;
  const now = ctx.clock.now();
  const isHere = (await listOnline(ctx, siteId)).some(({ id }) => id === staffId);
  if (isHere || isQuietAt(own, now)) return done;
  const devices = await listDevices(ctx, siteId, [staffId]);
  return {
    kind: 'done',
    write: (tx) =>
      devices.map(({ id }) =>
        planJob(
          tx,
          siteId,
          {
            kind: 'push.tell',
            key: `${key} ${id}`,
            payload: { ...payload, device: id },
            runAt: now,
          },
          now,
        ),
      ),
  };
};

const send: JobHandler = async (ctx, job) => {
  const { siteId, payload } = job;
  const until = Number(payload['at']) + freshFor;
  const device = await findDevice(ctx, siteId, String(payload['device']));
  const site = await ctx.sites.byId(siteId);
  if (!device || !site || ctx.clock.now() >= until) return done;
  if (!(await isTheirs(ctx, device))) return forget(device);
  const text = await ctx.work.notices.get(String(payload['writer']))?.(job, device.language);
  if (!text) return done;
  const own = (await listChoices(ctx, siteId)).get(device.staffId) ?? usualChoices;
  const push: Push = {
    ...text,
    title: `${text.title} · ${site.name}`,
    body: own.words ? text.body : '',
    language: device.language,
  };
  return dispatch(ctx, device, push, until);
};

export const noticeJobs: Record<string, JobHandler> = { [noticeJobKind]: begin, 'push.tell': send };
