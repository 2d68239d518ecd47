import { and, desc, eq, isNotNull, isNull, lt, not, or, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { ContactFilter } from '../../../shared/contacts/schema.ts';
import { describePerson, type Placed, type VisitorRow } from '../../core/people/links/together.ts';
import { findPersons, listLinkedPersons } from '../../core/people/links/queries.ts';
import { conversations } from '../../core/conversations/tables.ts';
import { isOneOf } from '../../core/people/privacy/queries/rows.ts';
import { visitors } from '../../core/people/visitors/tables.ts';
import { listed } from '../../core/db/listed.ts';
import { likeLiteral } from '../../core/db/like.ts';

type Reads = Pick<Context, 'database'>;
export type { VisitorRow };

/** Contacts are counted up to so many. */
export const maxCounted = 1_000;

/** A name is looked for as it was typed and with capitals, since SQLite knows only those of English. */
const matches = (search: string): SQL | undefined => {
  const lower = search.toLowerCase();
  const capital = lower.replace(/(^|\s)(\S)/gu, (_, gap: string, first: string) => gap + first.toUpperCase());
  const like = (column: SQL | typeof visitors.name, text: string): SQL =>
    sql`${column} like ${`%${likeLiteral(text)}%`} escape '\\'`;
  return or(
    eq(visitors.subject, search),
    like(sql`${visitors.emailKey}`, lower),
    like(sql`lower(${visitors.name})`, lower),
    ...[...new Set([search, capital])].map((text) => like(visitors.name, text)),
  );
};

const isProven = or(eq(visitors.emailSigned, true), isNotNull(visitors.emailVerifiedAt));

/** Of visitors who have shown the same address, the one seen last stands for the person. */
const standsForPerson = sql`not (${isProven} and ${visitors.emailKey} is not null and exists (select 1 from visitors other where other.site_id = visitors.site_id and other.email_key = visitors.email_key and (other.email_signed or other.email_verified_at is not null) and (other.seen_at > visitors.seen_at or (other.seen_at = visitors.seen_at and other.id > visitors.id))))`;

/** Somebody known, or who has written. Who only voted is nobody that could be told from others. */
const isContact = or(
  isNotNull(visitors.subject),
  isNotNull(visitors.emailKey),
  isNotNull(visitors.name),
  sql`exists (select 1 from conversations own where own.site_id = visitors.site_id and own.visitor_id = visitors.id)`,
);

const ofGroup = (group: ContactFilter['group']): SQL | undefined =>
  group === 'verified'
    ? and(isNotNull(visitors.subject), eq(visitors.subjectImported, false))
    : group === 'imported'
      ? and(isNotNull(visitors.subject), eq(visitors.subjectImported, true))
      : group === 'email'
        ? and(isNull(visitors.subject), isNotNull(visitors.emailKey))
        : group === 'anonymous'
          ? and(isNull(visitors.subject), isNull(visitors.emailKey))
          : undefined;

const openOf = sql`conversations own where own.site_id = visitors.site_id and own.visitor_id = visitors.id and own.status = 'open' and own.merged_into is null`;

/** As {@link isOneOf}, for many: they are one parameter. */
const isListed = (column: typeof visitors.id, ids: readonly string[]): SQL =>
  sql`${column} in (select listed.value from ${listed(sql.param(JSON.stringify(ids)))})`;

/** The conditions of a filter, each of which a person must fit with one of their visitors. */
const testsOf = ({ search, group, open, language }: ContactFilter): (SQL | undefined)[] => [
  isContact,
  search ? matches(search) : undefined,
  ofGroup(group),
  open ? sql`exists (select 1 from ${openOf})` : undefined,
  language ? eq(visitors.language, language) : undefined,
];

/**
 * Persons of several visitors that the team linked: one of each is listed, and found by what any of them is known by. They
 * are few, so they are looked at before, and the list stays a walk along its index.
 */
const conditionOf = async (
  ctx: Reads,
  siteId: string,
  filter: ContactFilter,
  linked: readonly Placed[][],
): Promise<SQL | undefined> => {
  const hidden = new Map(
    linked.flatMap(([first, ...others]) => others.map(({ id }) => [id, first?.id ?? id] as const)),
  );
  const orOthers = async (test: SQL | undefined): Promise<SQL | undefined> => {
    if (!test || hidden.size === 0) return test;
    const rows = await ctx.database.read
      .select({ id: visitors.id })
      .from(visitors)
      .where(and(eq(visitors.siteId, siteId), isListed(visitors.id, [...hidden.keys()]), test));
    if (rows.length === 0) return test;
    return or(test, isListed(visitors.id, [...new Set(rows.flatMap(({ id }) => hidden.get(id) ?? []))]));
  };
  return and(
    eq(visitors.siteId, siteId),
    standsForPerson,
    hidden.size > 0 ? not(isListed(visitors.id, [...hidden.keys()])) : undefined,
    ...(await Promise.all(testsOf(filter).map(orOthers))),
  );
};

/** A place in the list. */
export interface ContactPlace {
  seenAt: number;
  id: string;
}

/** Contacts after a place, those seen last first, each with the number of its open conversations. */
export const pageOfContacts = async (
  ctx: Reads,
  siteId: string,
  filter: ContactFilter,
  after: ContactPlace | null,
  max: number,
  known?: readonly Placed[][],
): Promise<{ row: VisitorRow; open: number }[]> => {
  const linked = known ?? (await listLinkedPersons(ctx, siteId));
  const rows = await ctx.database.read
    .select({ row: visitors, open: sql<number>`(select count(*) from ${openOf})` })
    .from(visitors)
    .where(
      and(
        await conditionOf(ctx, siteId, filter, linked),
        after
          ? or(
              lt(visitors.seenAt, after.seenAt),
              and(eq(visitors.seenAt, after.seenAt), lt(visitors.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(visitors.seenAt), desc(visitors.id))
    .limit(max);
  const persons = new Map(linked.flatMap((person) => (person[0] ? [[person[0].id, person] as const] : [])));
  const several = rows.flatMap(({ row }) => persons.get(row.id)?.map(({ id }) => id) ?? []);
  if (several.length === 0) return rows.map(({ row, open }) => ({ row, open: Number(open) }));
  const everybody = await readVisitors(ctx, siteId, several);
  return Promise.all(
    rows.map(async ({ row, open }) => {
      const ids = persons.get(row.id)?.map(({ id }) => id);
      return ids
        ? {
            row: describePerson(
              row,
              everybody.filter(({ id }) => ids.includes(id)),
            ),
            open: await countOpen(ctx, siteId, ids),
          }
        : { row, open: Number(open) };
    }),
  );
};

const readVisitors = (ctx: Reads, siteId: string, ids: readonly string[]): Promise<VisitorRow[]> =>
  ctx.database.read
    .select()
    .from(visitors)
    .where(and(eq(visitors.siteId, siteId), isOneOf(visitors.id, ids)))
    .orderBy(desc(visitors.seenAt), desc(visitors.id));

/** The visitors behind each of some contacts, by the one that stands for them. */
export const visitorsBehind = async (
  ctx: Reads,
  siteId: string,
  rows: readonly VisitorRow[],
): Promise<Map<string, string[]>> =>
  new Map(
    (await findPersons(ctx, siteId, rows)).flatMap((person) => {
      const ids = person.map(({ id }) => id);
      return ids.map((id) => [id, ids] as const);
    }),
  );

/** Counts contacts, up to one more than {@link maxCounted}. */
export const countContacts = async (
  ctx: Reads,
  siteId: string,
  filter: ContactFilter,
  known?: readonly Placed[][],
): Promise<number> => {
  const linked = known ?? (await listLinkedPersons(ctx, siteId));
  const some = ctx.database.read
    .select({ id: visitors.id })
    .from(visitors)
    .where(await conditionOf(ctx, siteId, filter, linked))
    .limit(maxCounted + 1)
    .as('some');
  const [row] = await ctx.database.read.select({ total: sql<number>`count(*)` }).from(some);
  return Number(row?.total ?? 0);
};

/** The languages of a site's visitors. */
export const listLanguages = async (ctx: Reads, siteId: string): Promise<string[]> =>
  (
    await ctx.database.read
      .select({ language: visitors.language })
      .from(visitors)
      .where(eq(visitors.siteId, siteId))
      .groupBy(visitors.language)
      .orderBy(visitors.language)
      .limit(50)
  ).map(({ language }) => language);

/** Counts the open conversations of some visitors. */
export const countOpen = async (ctx: Reads, siteId: string, ids: readonly string[]): Promise<number> => {
  const [row] = await ctx.database.read
    .select({
      open: sql<number>`coalesce(sum((select count(*) from ${openOf})), 0)`,
    })
    .from(visitors)
    .where(and(eq(visitors.siteId, siteId), sql`${visitors.id} in ${[...ids]}`));
  return Number(row?.open ?? 0);
};

/** Counts the conversations of some visitors. */
export const countConversations = async (
  ctx: Reads,
  siteId: string,
  ids: readonly string[],
): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ total: sql<number>`count(*)`.mapWith(Number) })
    .from(conversations)
    .where(
      and(
        eq(conversations.siteId, siteId),
        isOneOf(conversations.visitorId, ids),
        isNull(conversations.mergedInto),
      ),
    );
  return row?.total ?? 0;
};

/** The visitors that these IDs, customer's IDs or addresses (in canonical form) name. */
export const findMeantVisitors = (
  ctx: Reads,
  siteId: string,
  { ids, subjects, emailKeys }: { ids: string[]; subjects: string[]; emailKeys: string[] },
): Promise<VisitorRow[]> =>
  ctx.database.read
    .select()
    .from(visitors)
    .where(
      and(
        eq(visitors.siteId, siteId),
        or(
          isOneOf(visitors.id, ids),
          isOneOf(visitors.subject, subjects),
          isOneOf(visitors.emailKey, emailKeys),
        ),
      ),
    );
