import { and, asc, count, desc, eq, gt, inArray, lt, lte, or, sql } from 'drizzle-orm';
import { newId } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import { cachedWrite } from '../db/cachedWrite.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../db/database.ts';
import { purgeKind } from '../people/sites/sites.ts';
import { lease } from './schedule.ts';
import { type JobState, jobs } from './tables.ts';
import type { Job, NewJob } from './work.ts';

const insertJob = cachedWrite<'siteId' | 'id' | 'kind' | 'key' | 'payload' | 'runAt' | 'createdAt'>(
  (tx, value) =>
    tx
      .insert(jobs)
      .values({
        siteId: value('siteId'),
        id: value('id'),
        kind: value('kind'),
        key: value('key'),
        payload: value('payload'),
        runAt: value('runAt'),
        attempts: 0,
        state: 'waiting',
        createdAt: value('createdAt'),
      })
      .onConflictDoNothing(),
);

/** The statement that plans a job; one that is planned or done already stays as it is. */
export const planJob = (tx: Queries, siteId: string, job: NewJob, now: number, id = newId(now)): Statement =>
  insertJob(tx, { siteId, id, ...job, createdAt: now });

/** Of a deleted site nothing is done but its end: what was planned waits for the deletion to be undone. */
const isOfStanding = sql`(${jobs.kind} = ${purgeKind} or not exists (select 1 from sites where sites.id = ${jobs.siteId} and sites.deleted_at is not null))`;

/** Jobs whose time has come, and those whose process has died over them, the longest due first. */
export const listDue = (ctx: Context, now: number, max: number): Promise<Job[]> =>
  ctx.database.read
    .select()
    .from(jobs)
    .where(
      and(
        or(
          and(eq(jobs.state, 'waiting'), lte(jobs.runAt, now)),
          and(eq(jobs.state, 'running'), lt(jobs.startedAt, now - lease)),
        ),
        isOfStanding,
      ),
    )
    .orderBy(asc(jobs.runAt), asc(jobs.id))
    .limit(max);

const asSeen = (job: Job) =>
  and(
    eq(jobs.siteId, job.siteId),
    eq(jobs.id, job.id),
    eq(jobs.state, job.state),
    eq(jobs.attempts, job.attempts),
  );

/** Takes a job. @returns it as it is now, or null when somebody else was faster */
export const claimJob = async (ctx: Context, job: Job): Promise<Job | null> => {
  const change = {
    state: 'running' as const,
    startedAt: ctx.clock.now(),
    attempts: job.attempts + 1,
  };
  const applied = await ctx.database.write((tx) => [
    decisive(tx.update(jobs).set(change).where(asSeen(job))),
  ]);
  return applied ? { ...job, ...change } : null;
};

/** The statement that ends a claim; it changes nothing when the job has been claimed by another since. */
export const settleJob = (
  tx: Queries,
  job: Job,
  change: Partial<Pick<Job, 'state' | 'runAt' | 'attempts' | 'lastError' | 'doneAt'>>,
): Decisive => decisive(tx.update(jobs).set(change).where(asSeen(job)));

export const findJob = async (ctx: Context, siteId: string, id: string): Promise<Job | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(jobs)
    .where(and(eq(jobs.siteId, siteId), eq(jobs.id, id)));
  return row ?? null;
};

/** A site's jobs in some states, those that changed last first. */
export const listJobs = (ctx: Context, siteId: string, states: JobState[], max: number): Promise<Job[]> =>
  ctx.database.read
    .select()
    .from(jobs)
    .where(and(eq(jobs.siteId, siteId), inArray(jobs.state, states)))
    .orderBy(desc(jobs.runAt), desc(jobs.id))
    .limit(max);

/** A site's jobs that failed and are tried again, the next first. */
export const listFailing = (ctx: Context, siteId: string, max: number): Promise<Job[]> =>
  ctx.database.read
    .select()
    .from(jobs)
    .where(and(eq(jobs.siteId, siteId), eq(jobs.state, 'waiting'), gt(jobs.attempts, 0)))
    .orderBy(asc(jobs.runAt), asc(jobs.id))
    .limit(max);

/** Counts all sites' jobs in each state but `done`. */
export const countJobs = async (
  ctx: Pick<Context, 'database'>,
): Promise<{ state: JobState; jobs: number }[]> =>
  ctx.database.read
    .select({ state: jobs.state, jobs: count().mapWith(Number) })
    .from(jobs)
    .where(inArray(jobs.state, ['waiting', 'running', 'dead']))
    .groupBy(jobs.state);

/** Counts a site's jobs in each state but `done`. */
export const countJobsOf = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
): Promise<Record<'waiting' | 'running' | 'dead', number>> => {
  const rows = await ctx.database.read
    .select({ state: jobs.state, jobs: count().mapWith(Number) })
    .from(jobs)
    .where(and(eq(jobs.siteId, siteId), inArray(jobs.state, ['waiting', 'running', 'dead'])))
    .groupBy(jobs.state);
  const of = (state: JobState) => rows.find((row) => row.state === state)?.jobs ?? 0;
  return { waiting: of('waiting'), running: of('running'), dead: of('dead') };
};

/** A site's jobs by their ids. */
export const findJobs = async (ctx: Context, siteId: string, ids: string[]): Promise<Job[]> =>
  ids.length === 0
    ? []
    : ctx.database.read
        .select()
        .from(jobs)
        .where(and(eq(jobs.siteId, siteId), inArray(jobs.id, ids)));

/** Gives all dead jobs of a site their tries anew, now. @returns how many there were */
export const retryDead = async (ctx: Context, siteId: string): Promise<number> => {
  const { dead } = await countJobsOf(ctx, siteId);
  if (dead > 0)
    await ctx.database.write((tx) => [
      tx
        .update(jobs)
        .set({ state: 'waiting', attempts: 0, runAt: ctx.clock.now(), doneAt: null })
        .where(and(eq(jobs.siteId, siteId), eq(jobs.state, 'dead'))),
    ]);
  return dead;
};

/** Gives a dead or waiting job its tries anew, now. @returns whether there was one */
export const retryJob = (ctx: Context, siteId: string, id: string): Promise<boolean> =>
  ctx.database.write((tx) => [
    decisive(
      tx
        .update(jobs)
        .set({ state: 'waiting', attempts: 0, runAt: ctx.clock.now(), doneAt: null })
        .where(and(eq(jobs.siteId, siteId), eq(jobs.id, id), inArray(jobs.state, ['waiting', 'dead']))),
    ),
  ]);

/** Deletes done jobs after a while, and dead ones later; in the log's time nothing is planned twice. */
export const pruneJobs = (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  before: { done: number; dead: number },
): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .delete(jobs)
      .where(
        and(
          eq(jobs.siteId, siteId),
          or(
            and(eq(jobs.state, 'done'), lt(sql`coalesce(${jobs.doneAt}, 0)`, before.done)),
            and(eq(jobs.state, 'dead'), lt(jobs.runAt, before.dead)),
          ),
        ),
      ),
  ]);
