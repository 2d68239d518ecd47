import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  max,
  ne,
  or,
  sql,
} from 'drizzle-orm';
import { presenceHolds } from '../../../shared/core/people/presence.ts';
import type { ConversationKind } from '../../../shared/core/conversations/schema.ts';
import type { Work } from '../../../shared/inbox/schema.ts';
import type { Context } from '../../context.ts';
import type { ConversationRow } from '../../core/conversations/queries/conversations.ts';
import { conversations, promiseKey } from '../../core/conversations/tables.ts';
import type { Queries, Statement } from '../../core/db/database.ts';
import { answersPeople } from '../../core/people/staff/queries.ts';
import { memberships, presences, sessions, staff } from '../../core/people/staff/tables.ts';
import { assignments } from '../tables.ts';
import type { Candidate } from './choose.ts';

/** A chat that waits for its visitor takes up a place for so long after the last word, milliseconds. */
const busyFor = 30 * 60_000;
/** The time a conversation is not given again to a person who did not take it, milliseconds. */
export const passHolds = 15 * 60_000;
/** Conversations looked at in one round. */
const maxWaiting = 200;

export type Assignment = typeof assignments.$inferSelect;

const columns = {
  id: staff.id,
  name: staff.name,
  capacity: memberships.capacity,
  languages: memberships.languages,
};

const asWork = <Row extends { languages: string[] | null }>(row: Row) => ({
  ...row,
  languages: row.languages ?? [],
});

/** Lists how many conversations each person of a site takes at once, and in which languages. */
export const listWork = async (ctx: Context, siteId: string): Promise<Work[]> => {
  const rows = await ctx.database.read
    .select(columns)
    .from(memberships)
    .innerJoin(staff, eq(staff.id, memberships.staffId))
    .where(
      and(
        eq(memberships.siteId, siteId),
        answersPeople,
        isNull(staff.disabledAt),
        ne(staff.passwordHash, ''),
      ),
    )
    .orderBy(asc(staff.name), asc(staff.id));
  return rows.map(asWork);
};

export const saveWork = (
  tx: Queries,
  siteId: string,
  staffId: string,
  given: Pick<Work, 'capacity' | 'languages'>,
): Statement =>
  tx
    .update(memberships)
    .set(given)
    .where(and(eq(memberships.siteId, siteId), eq(memberships.staffId, staffId)));

/** Open conversations of some kinds that whoever has them is busy with. */
const takesUpPlace = (siteId: string, kinds: ConversationKind[], now: number) =>
  and(
    eq(conversations.siteId, siteId),
    eq(conversations.held, false),
    eq(conversations.status, 'open'),
    inArray(conversations.kind, kinds),
    or(eq(conversations.waitingFor, 'staff'), gt(conversations.lastMessageAt, now - busyFor)),
  );

/**
 * Whether a person has a place left at the moment of the write: two rounds at once may both have seen the last one free.
 */
export const hasPlace = (
  tx: Queries,
  siteId: string,
  kinds: ConversationKind[],
  { id, capacity }: Pick<Candidate, 'id' | 'capacity'>,
  now: number,
) =>
  sql`(${tx
    .select({ load: count() })
    .from(conversations)
    .where(and(takesUpPlace(siteId, kinds, now), eq(conversations.assigneeId, id)))}) < ${capacity}`;

/** Everybody who is at the inbox and logged in, with what they have to do. */
export const listCandidates = async (
  ctx: Context,
  siteId: string,
  kinds: ConversationKind[],
): Promise<Candidate[]> => {
  const { read } = ctx.database;
  const now = ctx.clock.now();
  const people = await read
    .select(columns)
    .from(presences)
    .innerJoin(staff, eq(staff.id, presences.staffId))
    .innerJoin(
      memberships,
      and(eq(memberships.siteId, presences.siteId), eq(memberships.staffId, presences.staffId)),
    )
    .where(
      and(
        eq(presences.siteId, siteId),
        answersPeople,
        eq(presences.state, 'online'),
        gt(presences.seenAt, now - presenceHolds),
        isNull(staff.disabledAt),
        exists(read.select({ hash: sessions.hash }).from(sessions).where(eq(sessions.staffId, staff.id))),
      ),
    );
  if (people.length === 0) return [];
  const ids = people.map(({ id }) => id);
  const loads = await read
    .select({ id: conversations.assigneeId, load: count().mapWith(Number) })
    .from(conversations)
    .where(and(takesUpPlace(siteId, kinds, now), inArray(conversations.assigneeId, ids)))
    .groupBy(conversations.assigneeId);
  const given = await read
    .select({ id: assignments.staffId, at: max(assignments.at) })
    .from(assignments)
    .where(and(eq(assignments.siteId, siteId), inArray(assignments.staffId, ids)))
    .groupBy(assignments.staffId);
  return people.map((person) => ({
    ...asWork(person),
    load: loads.find(({ id }) => id === person.id)?.load ?? 0,
    givenAt: Number(given.find(({ id }) => id === person.id)?.at ?? 0),
  }));
};

/** Conversations of some kinds that wait for somebody and are nobody's, the most urgent first. */
export const listUnassigned = (
  ctx: Context,
  siteId: string,
  kinds: ConversationKind[],
): Promise<ConversationRow[]> =>
  ctx.database.read
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.siteId, siteId),
        eq(conversations.held, false),
        eq(conversations.status, 'open'),
        isNull(conversations.assigneeId),
        eq(conversations.waitingFor, 'staff'),
        inArray(conversations.kind, kinds),
        isNull(conversations.mergedInto),
      ),
    )
    .orderBy(asc(promiseKey(conversations.promiseAt)), asc(conversations.id))
    .limit(maxWaiting);

/** Finds the person who answered a visitor in the conversation before this one. */
export const findLastWith = async (ctx: Context, row: ConversationRow): Promise<string | null> => {
  const [last] = await ctx.database.read
    .select({ id: conversations.assigneeId })
    .from(conversations)
    .where(
      and(
        eq(conversations.siteId, row.siteId),
        eq(conversations.visitorId, row.visitorId),
        ne(conversations.id, row.id),
        isNotNull(conversations.assigneeId),
        isNotNull(conversations.firstReplyAt),
      ),
    )
    .orderBy(desc(conversations.lastMessageAt))
    .limit(1);
  return last?.id ?? null;
};

/** Lists people who had a conversation lately and did not take it, or gave it back. */
export const listPassed = async (ctx: Context, row: ConversationRow): Promise<Set<string>> => {
  const rows = await ctx.database.read
    .select({ id: assignments.staffId })
    .from(assignments)
    .where(
      and(
        eq(assignments.siteId, row.siteId),
        eq(assignments.conversationId, row.id),
        eq(assignments.state, 'passed'),
        gt(assignments.changedAt, ctx.clock.now() - passHolds),
      ),
    );
  return new Set(rows.map(({ id }) => id));
};

/** Lists assigned conversations that nobody has looked at yet. */
export const listOffers = (ctx: Context, siteId: string): Promise<Assignment[]> =>
  ctx.database.read
    .select()
    .from(assignments)
    .where(and(eq(assignments.siteId, siteId), eq(assignments.state, 'offered')))
    .orderBy(asc(assignments.at));

const ofAssignment = (siteId: string, conversationId: string, staffId: string) =>
  and(
    eq(assignments.siteId, siteId),
    eq(assignments.conversationId, conversationId),
    eq(assignments.staffId, staffId),
  );

/** The statement that keeps what became of a conversation and a person. */
export const keepAssignment = (
  tx: Queries,
  given: Pick<Assignment, 'siteId' | 'conversationId' | 'staffId' | 'state'>,
  now: number,
): Statement =>
  tx
    .insert(assignments)
    .values({ ...given, at: now, changedAt: now })
    .onConflictDoUpdate({
      target: [assignments.siteId, assignments.conversationId, assignments.staffId],
      // When it was given is when it was offered: what comes after that is not another turn.
      set: { state: given.state, changedAt: now, ...(given.state === 'offered' && { at: now }) },
    });

/** The statement that says that somebody has opened or answered what they were given. */
export const acceptOffer = (
  tx: Queries,
  siteId: string,
  conversationId: string,
  staffId: string,
  now: number,
): Statement =>
  tx
    .update(assignments)
    .set({ state: 'accepted', changedAt: now })
    .where(and(ofAssignment(siteId, conversationId, staffId), eq(assignments.state, 'offered')));

/** The statement that ends an offer, if it is one still. */
export const stillOffered = (
  tx: Queries,
  { siteId, conversationId, staffId, at }: Assignment,
  state: Assignment['state'],
  now: number,
): Statement =>
  tx
    .update(assignments)
    .set({ state, changedAt: now })
    .where(
      and(
        ofAssignment(siteId, conversationId, staffId),
        eq(assignments.state, 'offered'),
        eq(assignments.at, at),
      ),
    );

export const nameStaff = async (ctx: Context, ids: string[]): Promise<Map<string, string>> => {
  const rows = ids.length
    ? await ctx.database.read
        .select({ id: staff.id, name: staff.name })
        .from(staff)
        .where(inArray(staff.id, ids))
    : [];
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Says that somebody has opened what they were given; writes nothing when they were given nothing. */
export const takeOffer = async (
  ctx: Context,
  siteId: string,
  conversationId: string,
  staffId: string,
): Promise<void> => {
  const [open] = await ctx.database.read
    .select({ at: assignments.at })
    .from(assignments)
    .where(and(ofAssignment(siteId, conversationId, staffId), eq(assignments.state, 'offered')));
  if (open)
    await ctx.database.write((tx) => [acceptOffer(tx, siteId, conversationId, staffId, ctx.clock.now())]);
};
