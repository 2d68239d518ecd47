import { and, asc, desc, eq, gt, gte, inArray, isNotNull, lt, lte, min, or, sql, sum } from 'drizzle-orm';
import type { RowsQuery } from '../../shared/reports/schema.ts';
import type { Context } from '../context.ts';
import { conversations } from '../core/conversations/tables.ts';
import { cursors } from '../core/events/tables.ts';
import { facts } from '../core/facts/tables.ts';
import { staff, teams } from '../core/people/staff/tables.ts';
import { type FactRow, soon } from './dayFacts.ts';
import { reportCursors, reportDays, reportSpans } from './tables.ts';

/** Where the log stood when facts were first kept of a site, as a reader of it. */
export const factsReader = 'facts';

/** The values of ratings in facts. */
const ratingValues = { good: 1, okay: 0, bad: -1 } as const;

type Reads = Pick<Context, 'database'>;

/** Facts after a place, in their order. */
export const listFactsAfter = (
  { database }: Reads,
  siteId: string,
  place: number,
  limit: number,
): Promise<FactRow[]> =>
  database.read
    .select()
    .from(facts)
    .where(and(eq(facts.siteId, siteId), gt(facts.place, place)))
    .orderBy(asc(facts.place))
    .limit(limit);

export const findReportCursor = async ({ database }: Reads, siteId: string) =>
  (await database.read.select().from(reportCursors).where(eq(reportCursors.siteId, siteId)))[0] ?? null;

export const findDays = ({ database }: Reads, siteId: string, days: string[]) =>
  database.read
    .select()
    .from(reportDays)
    .where(and(eq(reportDays.siteId, siteId), inArray(reportDays.day, days)));

/** The counted days of a period, how far each is counted, and in which zone. */
export const listDayPlaces = ({ database }: Reads, siteId: string, from: string, until: string) =>
  database.read
    .select({ day: reportDays.day, place: reportDays.place, zone: reportCursors.zone })
    .from(reportDays)
    .innerJoin(reportCursors, eq(reportCursors.siteId, reportDays.siteId))
    .where(and(eq(reportDays.siteId, siteId), gte(reportDays.day, from), lte(reportDays.day, until)))
    .orderBy(asc(reportDays.day));

/** Conversations that were open when a day began, and the first day that anything is known of. */
export const findBefore = async ({ database }: Reads, siteId: string, day: string) => {
  const [open] = await database.read
    .select({ open: sum(reportDays.opened).mapWith(Number) })
    .from(reportDays)
    .where(and(eq(reportDays.siteId, siteId), lt(reportDays.day, day)));
  const [first] = await database.read
    .select({ day: min(reportDays.day) })
    .from(reportDays)
    .where(eq(reportDays.siteId, siteId));
  return { open: Number(open?.open ?? 0), since: first?.day ?? null };
};

/** Names of people and teams by their ids. */
export const findNames = async (
  { database: { read } }: Reads,
  siteId: string,
): Promise<{ teams: Map<string, string>; name(ids: string[]): Promise<Map<string, string>> }> => ({
  teams: new Map(
    (await read.select({ id: teams.id, name: teams.name }).from(teams).where(eq(teams.siteId, siteId))).map(
      ({ id, name }) => [id, name],
    ),
  ),
  name: async (ids) =>
    new Map(
      (ids.length
        ? await read.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, ids))
        : []
      ).map(({ id, name }) => [id, name]),
    ),
});

/** Facts of a kind in a time, the newest first, with what is still there of what they are about. */
export const listRows = (
  { database }: Reads,
  siteId: string,
  { kind, channel, team, staff: person, subject, value }: RowsQuery,
  time: { from: number; until: number },
  before: { at: number; place: number } | null,
  limit: number,
) =>
  database.read
    .select({ fact: facts, subject: conversations.subject })
    .from(facts)
    .leftJoin(
      conversations,
      and(eq(conversations.siteId, facts.siteId), eq(conversations.id, facts.subjectId)),
    )
    .where(
      and(
        eq(facts.siteId, siteId),
        eq(facts.kind, kind),
        gte(facts.at, time.from),
        lt(facts.at, time.until),
        channel === undefined ? undefined : eq(facts.channel, channel),
        team === undefined ? undefined : eq(facts.teamId, team),
        person === undefined ? undefined : eq(facts.staffId, person),
        subject === undefined ? undefined : eq(facts.subjectId, subject),
        value === undefined
          ? undefined
          : value === 'soon'
            ? lte(facts.value, soon)
            : eq(facts.value, ratingValues[value]),
        before
          ? or(lt(facts.at, before.at), and(eq(facts.at, before.at), lt(facts.place, before.place)))
          : sql`1 = 1`,
      ),
    )
    .orderBy(desc(facts.at), desc(facts.place))
    .limit(limit);

/** Facts of a kind in a time, in the order of their times, after one. */
export const listFactsOfKind = (
  { database }: Reads,
  siteId: string,
  kind: FactRow['kind'],
  time: { from: number; until: number },
  after: Pick<FactRow, 'at' | 'place'> | undefined,
  limit: number,
): Promise<FactRow[]> =>
  database.read
    .select()
    .from(facts)
    .where(
      and(
        eq(facts.siteId, siteId),
        eq(facts.kind, kind),
        gte(facts.at, after?.at ?? time.from),
        lt(facts.at, time.until),
        after && or(gt(facts.at, after.at), gt(facts.place, after.place)),
      ),
    )
    .orderBy(asc(facts.at), asc(facts.place))
    .limit(limit);

/** Where the log stood when facts were first kept of a site; null where none were. */
export const findFactsCursor = async ({ database }: Reads, siteId: string): Promise<number | null> => {
  const [row] = await database.read
    .select({ seq: cursors.seq })
    .from(cursors)
    .where(and(eq(cursors.siteId, siteId), eq(cursors.reader, factsReader)));
  return row?.seq ?? null;
};

/** Facts that say what conversations are, each conversation's in their order. */
export const listStates = async ({ database }: Reads, siteId: string, subjects: readonly string[]) =>
  subjects.length === 0
    ? []
    : database.read
        .select({ subjectId: facts.subjectId, at: facts.at, state: facts.state })
        .from(facts)
        .where(and(eq(facts.siteId, siteId), inArray(facts.subjectId, [...subjects]), isNotNull(facts.state)))
        .orderBy(asc(facts.at), asc(facts.place));

const openAt = (siteId: string, at: number) =>
  and(eq(reportSpans.siteId, siteId), gt(reportSpans.closedAt, at), lte(reportSpans.openedAt, at));

/** Counts conversations that were open at an instant, by how long. @param ages milliseconds, growing */
export const countOpenByAge = async (
  { database }: Reads,
  siteId: string,
  at: number,
  ages: readonly number[],
): Promise<number[]> => {
  const older = (age: number) =>
    sql<number>`coalesce(sum(case when ${reportSpans.openedAt} <= ${at - age} then 1 else 0 end), 0)`.mapWith(
      Number,
    );
  const [row] = await database.read
    .select(Object.fromEntries([0, ...ages].map((age, index) => [`older${index}`, older(age)])))
    .from(reportSpans)
    .where(openAt(siteId, at));
  const counts = [0, ...ages].map((_, index) => Number(row?.[`older${index}`] ?? 0));
  return counts.map((n, index) => n - (counts[index + 1] ?? 0));
};

/** Conversations that were open at an instant, the oldest first, with what is still there of them. */
export const listOldestOpen = ({ database }: Reads, siteId: string, at: number, limit: number) =>
  database.read
    .select({
      id: reportSpans.subjectId,
      since: reportSpans.openedAt,
      subject: conversations.subject,
      status: conversations.status,
    })
    .from(reportSpans)
    .innerJoin(
      conversations,
      and(eq(conversations.siteId, reportSpans.siteId), eq(conversations.id, reportSpans.subjectId)),
    )
    .where(openAt(siteId, at))
    .orderBy(asc(reportSpans.openedAt), asc(reportSpans.subjectId))
    .limit(limit);

/** When it was first kept that anybody was online; null while it never was. */
export const findFirstOnline = async ({ database }: Reads, siteId: string): Promise<number | null> => {
  const [row] = await database.read
    .select({ at: min(facts.at) })
    .from(facts)
    .where(and(eq(facts.siteId, siteId), eq(facts.kind, 'staff.online')));
  return row?.at == null ? null : Number(row.at);
};
