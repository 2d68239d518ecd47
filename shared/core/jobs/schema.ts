import { z } from 'zod';
import { id, instant } from '../fields.ts';

export const job = z.object({
  id,
  /** The kind of work: `mail.reply`, `promise.remind` … */
  kind: z.string(),
  state: z.enum(['waiting', 'running', 'dead']),
  /** The conversation that it is about, or null. */
  conversation: id.nullable(),
  attempts: z.number().int(),
  /** When it is tried next, or died. */
  at: instant,
  /** Why the last try failed; nothing of a person. */
  lastError: z.string().nullable(),
  createdAt: instant,
});
export type Job = z.infer<typeof job>;

export const jobList = z.object({
  jobs: z.array(job),
  /** The number of jobs in each state, listed or not. */
  counts: z.object({ waiting: z.number().int(), running: z.number().int(), dead: z.number().int() }),
});
export type JobList = z.infer<typeof jobList>;

/** The number of dead jobs that are tried again. */
export const retriedJobs = z.object({ retried: z.number().int() });
export type RetriedJobs = z.infer<typeof retriedJobs>;
