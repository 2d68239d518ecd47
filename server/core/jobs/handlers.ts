import type { Context } from '../../context.ts';
import type { Queries, Statement } from '../db/database.ts';
import type { LogEvent } from '../events/tables.ts';
import type { Job, JobResult, NewJob } from './work.ts';

/** Does one job. Called at least once for each; what its result writes is written exactly once. */
export type JobHandler = (ctx: Context, job: Job) => Promise<JobResult>;

/**
 * Writes that follow from a batch of a site's events, in the commit that moves the reader's cursor: exactly once. Reads
 * what the events point at before.
 */
export type Recorder = (
  ctx: Context,
  siteId: string,
  batch: LogEvent[],
) => Promise<(tx: Queries) => Statement[]>;

/** Jobs that follow from a batch of a site's events. Reads what the events point at; writes nothing. */
export type Planner = (ctx: Context, siteId: string, batch: LogEvent[]) => Promise<NewJob[]>;
