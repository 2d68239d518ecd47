import type { Context } from '../../context.ts';
import { claimJob, listDue, settleJob } from './queries.ts';
import { readLogs } from './reader.ts';
import { nextTry } from './schedule.ts';
import type { Job, JobResult } from './work.ts';

/** Jobs that run at once: a mail server that is slow does not hold up what is due. */
const together = 8;
/** The interval of looks for due jobs, milliseconds. */
const lookEvery = 1_000;

/** It failed, and would again: the job is dead until somebody looks. The reason holds nothing of a person. */
export class Hopeless extends Error {
  override readonly name = 'Hopeless';
}

/** Why a job failed, in a few words that hold no address and nothing that was written. */
const reasonOf = (error: unknown): string => {
  if (error instanceof Hopeless) return error.message.slice(0, 200);
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [
    error instanceof Error ? error.name : 'Error',
    ...[code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number'),
  ]
    .join(' ')
    .slice(0, 200);
};

const fail = async (ctx: Context, job: Job, error: unknown): Promise<void> => {
  const now = ctx.clock.now();
  const again = error instanceof Hopeless ? null : nextTry(now, job.attempts, Math.random());
  const lastError = reasonOf(error);
  ctx.log.warn({ job: job.id, kind: job.kind, attempts: job.attempts, reason: lastError }, 'a job failed');
  await ctx.database.write((tx) => [
    settleJob(
      tx,
      job,
      again === null
        ? { state: 'dead', lastError, runAt: now }
        : { state: 'waiting', lastError, runAt: again },
    ),
  ]);
};

const runJob = async (ctx: Context, found: Job): Promise<void> => {
  const job = await claimJob(ctx, found);
  if (!job) return;
  const handler = ctx.work.handlers.get(job.kind);
  let result: JobResult;
  try {
    // What was claimed so often without an end takes the process down with it.
    if (nextTry(0, job.attempts - 1, 0) === null && job.attempts > 1) throw new Hopeless('tried too often');
    if (!handler) throw new Hopeless('nobody knows this kind');
    result = await handler(job);
  } catch (error) {
    return fail(ctx, job, error);
  }
  const now = ctx.clock.now();
  if (result.kind === 'later') {
    const { at } = result;
    await ctx.database.write((tx) => [
      settleJob(tx, job, { state: 'waiting', runAt: at, attempts: job.attempts - 1 }),
    ]);
    return;
  }
  const { events = [], write } = result;
  await ctx.database.commit({
    site: job.siteId,
    events,
    write: (tx, seq) => [
      settleJob(tx, job, { state: 'done', doneAt: now, lastError: null }),
      ...(write?.(tx, seq) ?? []),
    ],
  });
};

/**
 * Reads what happened, and does what is due until nothing is. A job is claimed by a write that decides, done, and said
 * to be done; one whose process dies in between is claimed again after the lease. So each is done at least once, and
 * what it writes exactly once.
 */
export const runDueJobs = async (ctx: Context): Promise<void> => {
  for (;;) {
    await readLogs(ctx);
    const due = await listDue(ctx, ctx.clock.now(), together);
    if (due.length === 0) return;
    const outcomes = await Promise.allSettled(due.map((job) => runJob(ctx, job)));
    const broken = outcomes.find((outcome) => outcome.status === 'rejected');
    // The database does not take it: the claim runs out, and it is done again then.
    if (broken) throw broken.reason;
  }
};

/** Does what is due, for as long as the process runs. @returns a function that stops it, after what is under way */
export const watchJobs = (ctx: Context): (() => Promise<void>) => {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= runDueJobs(ctx)
      .catch((err) => {
        ctx.metrics.faults.inc({ kind: 'jobs' });
        ctx.log.error({ err }, 'jobs');
      })
      .finally(() => {
        running = undefined;
      });
  }, lookEvery);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
};
