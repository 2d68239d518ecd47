import type { RetentionKind } from '../../../../shared/core/people/retentionKinds.ts';
import { at, index, json, primaryKey, table, text } from '../../db/columns.ts';
import type { Remains } from './kept.ts';

/** Each time that what is too old was taken away: when, why, and how much of each kind. */
export const retentionRuns = table(
  'retention_runs',
  {
    siteId: text('site_id').notNull(),
    /** The job's. */
    id: text('id').notNull(),
    by: text('by').$type<'daily' | 'staff'>().notNull(),
    state: text('state').$type<'running' | 'done'>().notNull(),
    /** Counts of what the run's batches deleted, written in their commits. */
    counts: json<Partial<Record<RetentionKind, number>>>('counts').notNull(),
    /** People of deleted rows whose other data is left: a run that was cut off goes on with them. */
    remains: json<Remains>('remains').notNull(),
    startedAt: at('started_at').notNull(),
    doneAt: at('done_at'),
  },
  (run) => [
    primaryKey({ columns: [run.siteId, run.id] }),
    index('retention_runs_started').on(run.siteId, run.startedAt),
  ],
);
