import type { Context } from '../context.ts';
import type { Queries, Statement } from './db/database.ts';
import { planJob } from './jobs/queries.ts';
import type { NewJob } from './jobs/work.ts';

/** Something that a person wrote or looked for, as it came in: trends are seen in them. */
export interface IncomingItem {
  id: string;
  kind: 'conversation' | 'comment' | 'search';
  text: string;
  language: string;
  /** Null where the site doesn't know who it was. */
  visitorId: string | null;
  /** Tells one person from another as well as can be: by visitor, else by visit. */
  person: string;
  conversationId: string | null;
  at: number;
}

/** A feature's incoming items. */
export interface IncomingSource {
  /** Kinds of the events that say that there may be one; what is in no log is announced by {@link noticeIncoming}. */
  readonly events: readonly string[];
  /** Items since an instant, the newest first; one that changed comes again under its id. */
  list(ctx: Pick<Context, 'database'>, siteId: string, since: number, limit: number): Promise<IncomingItem[]>;
}

/** The kind of the jobs that look at what came in. */
export const incomingJobKind = 'incoming.look';

/** Looks are so far apart, milliseconds: what comes meanwhile is looked at together. */
const every = 20_000;
/** An item's commit takes a moment after its clock was read. */
const grace = 2_000;

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
