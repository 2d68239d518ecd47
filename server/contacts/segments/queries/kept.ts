import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import type { Person } from '../../../core/people/privacy/person.ts';
import type { PersonalData } from '../../../core/people/privacy/personalData.ts';
import { isOneOf, pageOfRows, personalTable } from '../../../core/people/privacy/queries/rows.ts';
import { visitors } from '../../../core/people/visitors/tables.ts';
import { teams } from '../../../core/people/staff/tables.ts';
import { contactCalls, contactRefusals, contactTraits, segmentMembers, segments } from '../tables.ts';
import { deleteSegmentRows } from '../writes.ts';

type Reads = Pick<Context, 'database'>;

/** Segments of a site; calls of a list that are shown. */
export const maxSegments = 50;
const maxCalls = 200;
/** Names in a notice of who entered a segment. */
const maxNames = 5;

export const listOwnSegments = (ctx: Reads, siteId: string) =>
  ctx.database.read
    .select()
    .from(segments)
    .where(eq(segments.siteId, siteId))
    .orderBy(asc(segments.name), asc(segments.id))
    .limit(maxSegments);

export const findSegment = async (ctx: Reads, siteId: string, id: string) => {
  const [row] = await ctx.database.read
    .select()
    .from(segments)
    .where(and(eq(segments.siteId, siteId), eq(segments.id, id)));
  return row ?? null;
};

/** A call is to be made while nobody was reached, and its contact has not refused calls since. */
const isWaiting = and(
  or(isNull(contactCalls.outcome), inArray(contactCalls.outcome, ['no_answer', 'later'])),
  eq(contactTraits.noCalls, false),
);

/** Calls to be made, those that nobody tried first; then as they were listed. */
export const listWaitingCalls = (ctx: Reads, siteId: string) =>
  ctx.database.read
    .select({ call: contactCalls, row: visitors })
    .from(contactCalls)
    .innerJoin(
      visitors,
      and(eq(visitors.siteId, contactCalls.siteId), eq(visitors.id, contactCalls.visitorId)),
    )
    .innerJoin(
      contactTraits,
      and(eq(contactTraits.siteId, contactCalls.siteId), eq(contactTraits.visitorId, contactCalls.visitorId)),
    )
    .where(and(eq(contactCalls.siteId, siteId), isWaiting))
    .orderBy(
      asc(sql`case when ${contactCalls.outcome} is null then 0 else 1 end`),
      asc(contactCalls.createdAt),
      asc(contactCalls.id),
    )
    .limit(maxCalls);

export const findCall = async (ctx: Reads, siteId: string, id: string) => {
  const [row] = await ctx.database.read
    .select()
    .from(contactCalls)
    .where(and(eq(contactCalls.siteId, siteId), eq(contactCalls.id, id)));
  return row ?? null;
};

/** Counts the calls of one making of a list. */
export const countCalls = async (ctx: Reads, siteId: string, listId: string): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ calls: sql<number>`count(*)`.mapWith(Number) })
    .from(contactCalls)
    .where(and(eq(contactCalls.siteId, siteId), eq(contactCalls.listId, listId)));
  return row?.calls ?? 0;
};

/** The newest refusal of a person's visitors. */
export const findRefusal = async (
  ctx: Reads,
  { siteId, visitors: ids }: Pick<Person, 'siteId' | 'visitors'>,
) => {
  const [row] = await ctx.database.read
    .select()
    .from(contactRefusals)
    .where(and(eq(contactRefusals.siteId, siteId), isOneOf(contactRefusals.visitorId, ids)))
    .orderBy(desc(contactRefusals.at))
    .limit(1);
  return row ?? null;
};

const tables = [
  {
    kind: 'profile',
    table: contactTraits,
    key: contactTraits.visitorId,
    of: ({ visitors: ids }: Person) => isOneOf(contactTraits.visitorId, ids),
    without: ['addressHash'],
  },
  {
    kind: 'profile',
    table: contactRefusals,
    key: contactRefusals.visitorId,
    of: ({ visitors: ids }: Person) => isOneOf(contactRefusals.visitorId, ids),
    without: ['staffId'],
  },
  {
    kind: 'profile',
    table: contactCalls,
    key: contactCalls.id,
    of: ({ visitors: ids }: Person) => isOneOf(contactCalls.visitorId, ids),
    without: ['staffId'],
  },
  {
    kind: 'profile',
    table: segmentMembers,
    key: sql<string>`${segmentMembers.segmentId} || ' ' || ${segmentMembers.visitorId}`,
    of: ({ visitors: ids }: Person) => isOneOf(segmentMembers.visitorId, ids),
  },
] as const;

/** Personal data of segments: what is counted of a person, what they refuse, calls to them. */
export const personalSegments: PersonalData = {
  kind: 'profile',
  async count(ctx, person) {
    let total = 0;
    for (const table of tables) total += await personalTable(table as never).count(ctx, person);
    return total;
  },
  async *export(ctx, person) {
    for (const table of tables) yield* personalTable(table as never).export(ctx, person);
  },
  async erase(ctx, person) {
    for (const table of tables)
      if ((await pageOfRows(ctx, table as never, person, '', 1)).length > 0)
        return { write: (tx) => deleteSegmentRows(tx, person.siteId, person.visitors) };
    return null;
  },
};

/** Members of a segment as it was last looked at: the contact that they belong to now, and under whom it's kept. */
export const listKeptMembers = async (
  ctx: Reads,
  siteId: string,
  segmentId: string,
): Promise<{ contact: string; visitorId: string }[]> =>
  ctx.database.read
    .select({
      visitorId: segmentMembers.visitorId,
      contact: sql<string>`coalesce(${contactTraits.contactId}, ${segmentMembers.visitorId})`,
    })
    .from(segmentMembers)
    .leftJoin(
      contactTraits,
      and(
        eq(contactTraits.siteId, segmentMembers.siteId),
        eq(contactTraits.visitorId, segmentMembers.visitorId),
      ),
    )
    .where(and(eq(segmentMembers.siteId, siteId), eq(segmentMembers.segmentId, segmentId)));

/** Segments by their ids. */
export const findSegments = (ctx: Reads, siteId: string, ids: readonly string[]) =>
  ctx.database.read
    .select()
    .from(segments)
    .where(and(eq(segments.siteId, siteId), isOneOf(segments.id, ids)));

/** Contacts whom a look found new in a segment: how many, and the names of some. */
export const findEntered = async (ctx: Reads, siteId: string, segmentId: string, at: number) => {
  const isNew = and(
    eq(segmentMembers.siteId, siteId),
    eq(segmentMembers.segmentId, segmentId),
    eq(segmentMembers.at, at),
  );
  const [total] = await ctx.database.read
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(segmentMembers)
    .where(isNew);
  const named = await ctx.database.read
    .select({ name: visitors.name })
    .from(segmentMembers)
    .innerJoin(
      visitors,
      and(eq(visitors.siteId, segmentMembers.siteId), eq(visitors.id, segmentMembers.visitorId)),
    )
    .where(and(isNew, isNotNull(visitors.name), ne(visitors.name, '')))
    .orderBy(asc(visitors.name), asc(visitors.id))
    .limit(maxNames);
  return { count: total?.count ?? 0, names: named.flatMap(({ name }) => name ?? []) };
};

/** Those of some teams that a site has. */
export const findTeams = async (ctx: Reads, siteId: string, ids: readonly string[]): Promise<string[]> => {
  if (ids.length === 0) return [];
  const rows = await ctx.database.read
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.siteId, siteId), inArray(teams.id, [...ids])))
    .orderBy(asc(teams.name));
  return rows.map(({ id }) => id);
};
