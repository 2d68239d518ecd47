import type { Context } from '../../context.ts';
import type { Queries, Statement } from '../db/database.ts';
import { planJob } from './queries.ts';
import type { NewJob } from './work.ts';

/** The kind of the jobs that look at what came in. */
export const incomingJobKind = 'incoming.look';

/** Looks are so far apart, milliseconds: what comes meanwhile is looked at together. */
const every = 5_000;
/** An item's commit takes a moment after its clock was read. */
const grace = 1_000;

/** The job that looks at what comes in now. */
export const incomingJob = (now: number): NewJob => {
  const until = (Math.floor(now / every) + 1) * every;
  return { kind: incomingJobKind, key: String(until), payload: {}, runAt: until + grace };
};

/** Statements that have an item looked at which is in no log; none where nobody looks. */
export const noticeIncoming = (
  ctx: Pick<Context, 'work'>,
  tx: Queries,
  siteId: string,
  now: number,
): Statement[] =>
  ctx.work.handlers.has(incomingJobKind) ? [planJob(tx, siteId, incomingJob(now), now)] : [];
