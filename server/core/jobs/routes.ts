import type { Job } from './work.ts';
import { Gauge } from 'prom-client';
import * as contract from '../../../shared/core/jobs/routes.ts';
import { type Job as JobShown, jobList, retriedJobs } from '../../../shared/core/jobs/schema.ts';
import { done } from '../../../shared/core/conversations/schema.ts';
import { isId, notFound } from '../http/failure.ts';
import { type Api, mount } from '../http/mount.ts';
import { countJobs, countJobsOf, listFailing, listJobs, retryDead, retryJob } from './queries.ts';

/** Of each state so many are listed. */
const maxListed = 100;

const toView = (job: Job): JobShown => ({
  id: job.id,
  kind: job.kind,
  state: job.state as JobShown['state'],
  conversation: isId(String(job.payload['conversation'])) ? String(job.payload['conversation']) : null,
  attempts: job.attempts,
  at: job.runAt,
  lastError: job.lastError,
  createdAt: job.createdAt,
});

/** Routes to try jobs again. */
const mountRetries = (api: Api): void => {
  mount(
    api,
    contract.retryJob,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      reply: done,
      operationId: 'retryJob',
      scope: 'settings:write',
      summary: 'Retry a job now',
    },
    async ({ ctx, site, parameter }) => {
      if (!(await retryJob(ctx, site.id, parameter('job')))) throw notFound();
      return { done: true as const };
    },
  );

  mount(
    api,
    contract.retryDeadJobs,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      reply: retriedJobs,
      operationId: 'retryDeadJobs',
      scope: 'settings:write',
      summary: 'Retry all dead jobs now',
    },
    async ({ ctx, site }) => ({ retried: await retryDead(ctx, site.id) }),
  );
};

/** Routes of waiting and failed jobs: seen and tried again by admins, counted for monitoring. */
export const mountJobs = (api: Api): void => {
  new Gauge({
    name: 'foyer_jobs',
    help: 'Jobs that wait, run, or died, by state.',
    labelNames: ['state'],
    registers: [api.ctx.metrics.registry],
    async collect() {
      const counted = await countJobs(api.ctx);
      for (const state of ['waiting', 'running', 'dead'] as const)
        this.set({ state }, counted.find((one) => one.state === state)?.jobs ?? 0);
    },
  });

  mount(
    api,
    contract.listJobs,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      reply: jobList,
      operationId: 'listJobs',
      scope: 'settings:read',
      summary: 'List emails, reminders and escalations that are waiting, failing or dead',
    },
    async ({ ctx, site }) => {
      const lists = await Promise.all(
        (['dead', 'running', 'waiting'] as const).map((state) => listJobs(ctx, site.id, [state], maxListed)),
      );
      // However much is planned for later, what fails is among it.
      const failing = await listFailing(ctx, site.id, maxListed);
      const jobs = new Map([...lists.flat(), ...failing].map((job) => [job.id, job]));
      return { jobs: [...jobs.values()].map(toView), counts: await countJobsOf(ctx, site.id) };
    },
  );

  mountRetries(api);
};
