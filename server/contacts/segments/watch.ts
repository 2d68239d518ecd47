import type { Context } from '../../context.ts';
import type { Queries, Statement } from '../../core/db/database.ts';
import type { JobHandler } from '../../core/jobs/handlers.ts';
import { planJob } from '../../core/jobs/queries.ts';
import type { NewJob } from '../../core/jobs/work.ts';
import { planNotice } from './notify.ts';
import { listKeptMembers, listOwnSegments } from './queries/kept.ts';
import { pageOfMembers } from './queries/members.ts';
import { refreshTraits } from './refresh.ts';
import { beginWatch, moveMembers } from './writes.ts';

/** The event of a contact who entered a segment: its subject is the segment. */
export const enteredKind = 'segment.entered';
/** Contacts of a segment up to which it's watched. */
export const maxWatched = 10_000;
const pageLength = 500;
/** Contacts who enter in one commit. */
const batchLength = 200;
const every = 3_600_000;

const jobKind = 'segments.watch';

const nextWatch = (now: number): NewJob => {
  const runAt = Math.floor(now / every + 1) * every;
  return { kind: jobKind, key: String(runAt), payload: {}, runAt };
};

/** The statement that plans the next look at watched segments: on the hour. */
export const planWatch = (tx: Queries, siteId: string, now: number): Statement =>
  planJob(tx, siteId, nextWatch(now), now);

type Segment = Awaited<ReturnType<typeof listOwnSegments>>[number];

/** Whether anybody, program or staff, is told of who enters a segment. */
export const isWatched = ({ watched, notify }: Pick<Segment, 'watched' | 'notify'>): boolean =>
  watched || notify.people.length + notify.teams.length > 0;

/** Everyone who is in a segment now; null where they are too many. */
const membersOf = async (ctx: Context, { siteId, rule }: Segment): Promise<string[] | null> => {
  const ids: string[] = [];
  for (let after = ''; ; ) {
    const page = await pageOfMembers(ctx, siteId, rule, after, pageLength);
    ids.push(...page.map(({ row }) => row.id));
    if (ids.length > maxWatched) return null;
    const last = page.at(-1);
    if (!last || page.length < pageLength) return ids;
    after = last.row.id;
  }
};

/**
 * Keeps who entered and who left, each entry with its event where programs are told: whoever leaves and comes back enters
 * again. @param hourOf the look's hour: the same when it is done again, so that one notice has all of it
 */
const look = async (ctx: Context, segment: Segment, hourOf: number): Promise<void> => {
  const { siteId, id, watched, watchedSince } = segment;
  const ids = await membersOf(ctx, segment);
  if (ids === null) {
    ctx.log.warn({ site: siteId, segment: id }, 'segment too large to be watched');
    return;
  }
  const kept = await listKeptMembers(ctx, siteId, id);
  const before = new Set(kept.map(({ contact }) => contact));
  const present = new Set(ids);
  const entered = ids.filter((contact) => !before.has(contact));
  const left = kept.flatMap(({ contact, visitorId }) => (present.has(contact) ? [] : [visitorId]));
  const now = ctx.clock.now();
  const key = { siteId, segmentId: id };
  for (let first = 0; first < left.length; first += batchLength)
    await ctx.database.write((tx) =>
      moveMembers(tx, key, { entered: [], left: left.slice(first, first + batchLength), at: hourOf }),
    );
  for (let first = 0; first < entered.length; first += batchLength) {
    const some = entered.slice(first, first + batchLength);
    const write = (tx: Queries): Statement[] => moveMembers(tx, key, { entered: some, left: [], at: hourOf });
    if (watchedSince === null || !watched) await ctx.database.write(write);
    else
      await ctx.database.commit({
        site: siteId,
        events: some.map((visitor) => ({ kind: enteredKind, visitor, subject: id, audience: 'staff' })),
        write,
      });
  }
  if (watchedSince === null) await ctx.database.write((tx) => [beginWatch(tx, siteId, id, now)]);
};

/** Looks at every watched segment, and plans the next look while there is one. */
export const watchSegments: JobHandler = async (ctx, { siteId, key }) => {
  const watched = (await listOwnSegments(ctx, siteId)).filter(isWatched);
  if (watched.length === 0) return { kind: 'done' };
  await refreshTraits(ctx, siteId);
  const at = Number(key);
  for (const segment of watched) await look(ctx, segment, at);
  const now = ctx.clock.now();
  return {
    kind: 'done',
    write: (tx) => [
      planWatch(tx, siteId, now),
      ...watched.flatMap((segment) => planNotice(tx, segment, at, now)),
    ],
  };
};

export const watchJobs: Record<string, JobHandler> = { [jobKind]: watchSegments };
