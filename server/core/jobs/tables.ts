import { at, index, int, json, primaryKey, table, text, uniqueIndex } from '../db/columns.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'dead';

/** Jobs with their time: mail, reminders, escalations. */
export const jobs = table(
  'jobs',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    kind: text('kind').notNull(),
    /** The subject of the job: the same thing is never done twice. */
    key: text('key').notNull(),
    /** Ids, never words: who may see the list of jobs need not see what people wrote. */
    payload: json<Record<string, string | number>>('payload').notNull(),
    runAt: at('run_at').notNull(),
    attempts: int('attempts').notNull(),
    state: text('state').$type<JobState>().notNull(),
    lastError: text('last_error'),
    createdAt: at('created_at').notNull(),
    startedAt: at('started_at'),
    doneAt: at('done_at'),
  },
  (job) => [
    primaryKey({ columns: [job.siteId, job.id] }),
    uniqueIndex('jobs_key').on(job.siteId, job.kind, job.key),
    index('jobs_listed').on(job.siteId, job.state, job.runAt),
    // Across sites: one look a second finds what is due anywhere.
    index('jobs_due').on(job.state, job.runAt),
  ],
);
