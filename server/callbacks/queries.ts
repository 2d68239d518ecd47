import type { AccountMerger } from '../core/people/visitors/accountMerger.ts';
import { and, asc, count, eq, gt, gte, inArray, isNotNull, lt, notInArray, sql } from 'drizzle-orm';
import { closedStates } from '../../shared/callbacks/machine.ts';
import type { Slot } from '../../shared/callbacks/schema.ts';
import type { Context } from '../context.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../core/db/database.ts';
import { visitors } from '../core/people/visitors/tables.ts';
import { callbacks, callbackPlaces, callbackSteps, openNumbers } from './tables.ts';

export type CallbackRow = typeof callbacks.$inferSelect;
export type StepRow = typeof callbackSteps.$inferSelect;

const closed = [...closedStates];

/** One call; a visitor gets only their own. */
export const findCallback = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  id: string,
  visitorId?: string,
): Promise<CallbackRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(callbacks)
    .where(and(eq(callbacks.siteId, siteId), eq(callbacks.id, id)));
  return row && (visitorId === undefined || row.visitorId === visitorId) ? row : null;
};

export const findCallbacks = (ctx: Context, siteId: string, ids: string[]): Promise<CallbackRow[]> =>
  ctx.database.read
    .select()
    .from(callbacks)
    .where(and(eq(callbacks.siteId, siteId), inArray(callbacks.id, ids)));

/** The times of promised calls that end after an instant. */
export const listBooked = (ctx: Context, siteId: string, after: number): Promise<Slot[]> =>
  ctx.database.read
    .select({ start: callbackPlaces.startsAt, end: callbackPlaces.endsAt })
    .from(callbackPlaces)
    .where(and(eq(callbackPlaces.siteId, siteId), gt(callbackPlaces.endsAt, after)));

/**
 * Takes a place of a slot while fewer than `perSlot` calls have their time within it; without it however many have. The count is part of the statement
 * that takes, so that of two who reach for the last place one has it: commits of a site come one after another.
 */
export const takePlace = (
  tx: Queries,
  siteId: string,
  { start, end }: Slot,
  perSlot: number | undefined,
  callbackId: string,
): Decisive =>
  decisive(
    tx.insert(callbackPlaces).select(sql`
      select ${siteId}, ${start}, coalesce(max(${callbackPlaces.place}), -1) + 1, ${end}, ${callbackId}
      from ${callbackPlaces}
      where ${callbackPlaces.siteId} = ${siteId} and ${callbackPlaces.startsAt} < ${end} and ${callbackPlaces.endsAt} > ${start}
      ${perSlot === undefined ? sql`` : sql`having count(*) < ${perSlot}`}`),
  );

export const freePlaces = (tx: Queries, siteId: string, callbackId: string): Statement =>
  tx
    .delete(callbackPlaces)
    .where(and(eq(callbackPlaces.siteId, siteId), eq(callbackPlaces.callbackId, callbackId)));

export const takeNumber = (tx: Queries, siteId: string, number: string, callbackId: string): Decisive =>
  decisive(tx.insert(openNumbers).values({ siteId, number, callbackId }).onConflictDoNothing());

export const freeNumber = (tx: Queries, siteId: string, callbackId: string): Statement =>
  tx.delete(openNumbers).where(and(eq(openNumbers.siteId, siteId), eq(openNumbers.callbackId, callbackId)));

/** The call that a number waits for, or null. */
export const findByNumber = async (
  ctx: Context,
  siteId: string,
  number: string,
): Promise<CallbackRow | null> => {
  const [open] = await ctx.database.read
    .select({ id: openNumbers.callbackId })
    .from(openNumbers)
    .where(and(eq(openNumbers.siteId, siteId), eq(openNumbers.number, number)));
  return open ? findCallback(ctx, siteId, open.id) : null;
};

/** Requests of a number, and of a visitor, since an instant. */
export const countRequests = async (
  ctx: Context,
  siteId: string,
  { number, visitorId }: { number: string; visitorId: string },
  since: number,
): Promise<{ number: number; visitor: number }> => {
  const counted = async (which: ReturnType<typeof eq>): Promise<number> => {
    const [row] = await ctx.database.read
      .select({ calls: count().mapWith(Number) })
      .from(callbacks)
      .where(and(eq(callbacks.siteId, siteId), which, gt(callbacks.createdAt, since)));
    return row?.calls ?? 0;
  };
  return {
    number: await counted(eq(callbacks.number, number)),
    visitor: await counted(eq(callbacks.visitorId, visitorId)),
  };
};

export const insertCallback = (tx: Queries, row: typeof callbacks.$inferInsert): Statement =>
  tx.insert(callbacks).values(row);

/** Changes a call on top of the revision that it was decided on, or not at all. */
export const changeCallback = (tx: Queries, row: CallbackRow, change: Partial<CallbackRow>): Decisive =>
  decisive(
    tx
      .update(callbacks)
      .set({ ...change, revision: row.revision + 1 })
      .where(
        and(eq(callbacks.siteId, row.siteId), eq(callbacks.id, row.id), eq(callbacks.revision, row.revision)),
      ),
  );

/** See {@link AccountMerger}. */
export const mergeCallbacks: AccountMerger = (tx, siteId, visitor, account) => [
  tx
    .update(callbacks)
    .set({ visitorId: account })
    .where(and(eq(callbacks.siteId, siteId), eq(callbacks.visitorId, visitor))),
];

export const insertStep = (tx: Queries, step: typeof callbackSteps.$inferInsert): Statement =>
  tx.insert(callbackSteps).values(step);

export const findStep = async (ctx: Context, siteId: string, id: string): Promise<StepRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(callbackSteps)
    .where(and(eq(callbackSteps.siteId, siteId), eq(callbackSteps.id, id)));
  return row ?? null;
};

export const listSteps = (ctx: Context, siteId: string, callbackId: string): Promise<StepRow[]> =>
  ctx.database.read
    .select()
    .from(callbackSteps)
    .where(and(eq(callbackSteps.siteId, siteId), eq(callbackSteps.callbackId, callbackId)))
    .orderBy(asc(callbackSteps.revision));

/** Calls whose next try is due within a time. */
export const listDueBetween = (
  ctx: Context,
  siteId: string,
  from: number,
  until: number,
): Promise<CallbackRow[]> =>
  ctx.database.read
    .select()
    .from(callbacks)
    .where(and(eq(callbacks.siteId, siteId), gte(callbacks.dueAt, from), lt(callbacks.dueAt, until)))
    .orderBy(asc(callbacks.dueAt), asc(callbacks.id))
    .limit(500);

/** Calls whose time is over and that nobody has dealt with. */
export const listMissed = (ctx: Context, siteId: string, before: number): Promise<CallbackRow[]> =>
  ctx.database.read
    .select()
    .from(callbacks)
    .where(
      and(
        eq(callbacks.siteId, siteId),
        isNotNull(callbacks.dueAt),
        lt(callbacks.dueAt, before),
        notInArray(callbacks.state, closed),
      ),
    )
    .orderBy(asc(callbacks.dueAt), asc(callbacks.id))
    .limit(100);

/** Names and addresses of visitors, by id. */
export const listCallers = async (
  ctx: Context,
  siteId: string,
  ids: string[],
): Promise<Map<string, { name: string | null; email: string | null }>> => {
  if (ids.length === 0) return new Map();
  const rows = await ctx.database.read
    .select({ id: visitors.id, name: visitors.name, email: visitors.email })
    .from(visitors)
    .where(and(eq(visitors.siteId, siteId), inArray(visitors.id, ids)));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
};
