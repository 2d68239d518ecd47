import type { Context } from '../../context.ts';
import type { LogEvent } from '../events/tables.ts';
import type { Job, JobResult, NewJob } from './work.ts';

/** Does one job. Called at least once for each; what its result writes is written exactly once. */
export type JobHandler = (ctx: Context, job: Job) => Promise<JobResult>;

/** Jobs that follow from a batch of a site's events. Reads what the events point at; writes nothing. */
export type Planner = (ctx: Context, siteId: string, batch: LogEvent[]) => Promise<NewJob[]>;
