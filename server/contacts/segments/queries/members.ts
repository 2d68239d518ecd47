import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { AttributeTest } from '../../../../shared/core/prompts/kinds.ts';
import { fits } from '../../../../shared/core/prompts/rules.ts';
import { attributePrefix, groupsOf, type Purpose } from '../../../../shared/contacts/segments/fields.ts';
import type { SegmentRule } from '../../../../shared/contacts/segments/schema.ts';
import type { Context } from '../../../context.ts';
import { likeLiteral } from '../../../core/db/like.ts';
import { conversations } from '../../../core/conversations/tables.ts';
import { mailStops } from '../../../core/mail/tables.ts';
import { isOneOf } from '../../../core/people/privacy/queries/rows.ts';
import { visitors } from '../../../core/people/visitors/tables.ts';
import { contactValues } from '../../tables.ts';
import { contactTraits } from '../tables.ts';
import { knownOf, type TraitRow } from '../traits.ts';

type Reads = Pick<Context, 'database' | 'clock'>;

const [hour, day] = [3_600_000, 24 * 3_600_000];

/** Whole units since an instant; null where there is none. */
const since = (column: SQL | typeof contactTraits.lastAt, now: number, unit: number): SQL =>
  sql`((${sql.raw(String(now))} - ${column}) / ${sql.raw(String(unit))})`;

/** The expression of each field but attributes: as `knownOf` says it. */
const expressions: Record<string, (now: number) => SQL> = {
  silentDays: (now) => since(contactTraits.lastAt, now, day),
  open: () => sql`${contactTraits.open}`,
  waitingHours: (now) => since(contactTraits.waitingSince as never, now, hour),
  conversations: () => sql`${contactTraits.conversations}`,
  secondLastDays: (now) => since(contactTraits.secondLastAt as never, now, day),
  ratedDays: (now) => since(contactTraits.ratedAt as never, now, day),
  calls: () => sql`${contactTraits.calls}`,
  stage: () => sql`${contactTraits.stageId}`,
  language: () => sql`${contactTraits.language}`,
  rating: () => sql`${contactTraits.rating}`,
  nps: () => sql`${contactTraits.nps}`,
  opinion: () => sql`${contactTraits.opinion}`,
};
const words = new Set(['stage', 'language', 'rating', 'nps', 'opinion']);

/** Values of attributes are texts: as numbers only where they are written as such. */
const numberOf = (value: SQL): SQL => sql`cast(${value} as double precision)`;

/** A test in SQL: what `fits` of prompts says of the same words. */
const passes = (value: SQL, isText: boolean, { how, value: wanted }: AttributeTest): SQL => {
  const same = isText ? sql`${value} = ${wanted}` : sql`${value} = ${sql.raw(String(Number(wanted)))}`;
  const number = sql.raw(String(Number(wanted)));
  switch (how) {
    case 'known':
      return sql`${value} is not null`;
    case 'unknown':
      return sql`${value} is null`;
    case 'is':
      return same;
    case 'not':
      return sql`(${value} is null or not (${same}))`;
    case 'contains':
      return sql`lower(cast(${value} as text)) like ${`%${likeLiteral(wanted.toLowerCase())}%`} escape '\\'`;
    case 'above':
      return sql`${value} > ${number}`;
    case 'below':
      return sql`${value} < ${number}`;
  }
};

/**
 * The contacts with a value of an attribute, whichever of their visitors it was given to. Nearly all are one visitor, so
 * the others are looked for apart, by an index that holds them alone.
 */
const withValue = (siteId: string, attributeId: string, test: SQL): SQL => {
  const own = sql`v.site_id = ${siteId} and v.attribute_id = ${attributeId} and ${test}`;
  return sql`${contactTraits.visitorId} in (select v.visitor_id from contact_values v where ${own} union all select other.contact_id from contact_traits other join contact_values v on v.site_id = other.site_id and v.visitor_id = other.visitor_id where other.site_id = ${siteId} and other.visitor_id <> other.contact_id and ${own})`;
};

const attributeCondition = (siteId: string, test: AttributeTest): SQL => {
  const id = test.name.slice(attributePrefix.length);
  const has = withValue(siteId, id, sql`true`);
  const value = sql`v.value`;
  switch (test.how) {
    case 'known':
      return has;
    case 'unknown':
      return sql`not (${has})`;
    case 'not':
      return sql`not (${withValue(siteId, id, passes(value, true, { ...test, how: 'is' }))})`;
    case 'above':
    case 'below':
      // What isn't a number is neither; the order is the engine's to choose, so the cast meets numbers alone.
      return withValue(
        siteId,
        id,
        passes(sql`case when ${isNumber(value)} then ${numberOf(value)} end`, false, test),
      );
    default:
      return withValue(siteId, id, passes(value, true, test));
  }
};

/** A text less a sign before it. */
const unsigned = (value: SQL): SQL =>
  sql`(case when substr(${value}, 1, 1) = '-' then substr(${value}, 2) else ${value} end)`;

/** Whether a text is a number as attributes write it, on both engines: digits, at most one point among them. */
const isNumber = (value: SQL): SQL =>
  sql`(length(${value}) between 1 and 23 and ${unsigned(value)} not in ('', '.') and trim(${unsigned(value)}, '0123456789') in ('', '.'))`;

/** The condition that nobody refuses what a segment is for. An unsubscribed address is looked up as it is now. */
const allowedFor = (siteId: string, purpose: Purpose): SQL | undefined => {
  if (purpose === 'look') return undefined;
  if (purpose === 'call') return eq(contactTraits.noCalls, false);
  return and(
    eq(contactTraits.noMails, false),
    sql`${contactTraits.addressHash} is not null`,
    sql`${contactTraits.addressHash} not in (select ${mailStops.addressHash} from ${mailStops} where ${mailStops.siteId} = ${siteId})`,
  );
};

const testOf = (siteId: string, test: AttributeTest, now: number): SQL => {
  const field = expressions[test.name];
  return field ? passes(field(now), words.has(test.name), test) : attributeCondition(siteId, test);
};

/** The condition that a row of traits is of a contact whom a rule fits. */
export const conditionOf = (siteId: string, rule: SegmentRule, now: number): SQL | undefined =>
  and(
    eq(contactTraits.siteId, siteId),
    eq(contactTraits.visitorId, contactTraits.contactId),
    allowedFor(siteId, rule.purpose),
    or(...groupsOf(rule).map((tests) => and(...tests.map((test) => testOf(siteId, test, now))))),
  );

/** Counts the contacts that a rule fits. */
export const countMembers = async (ctx: Reads, siteId: string, rule: SegmentRule): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ total: sql<number>`count(*)`.mapWith(Number) })
    .from(contactTraits)
    .where(conditionOf(siteId, rule, ctx.clock.now()));
  return row?.total ?? 0;
};

export interface MemberRow {
  row: typeof visitors.$inferSelect;
  traits: TraitRow;
}

/** Contacts that a rule fits, by id, after one of them. */
export const pageOfMembers = (
  ctx: Reads,
  siteId: string,
  rule: SegmentRule,
  after: string,
  max: number,
): Promise<MemberRow[]> =>
  ctx.database.read
    .select({ row: visitors, traits: contactTraits })
    .from(contactTraits)
    .innerJoin(
      visitors,
      and(eq(visitors.siteId, contactTraits.siteId), eq(visitors.id, contactTraits.visitorId)),
    )
    .where(
      and(conditionOf(siteId, rule, ctx.clock.now()), after ? gt(contactTraits.visitorId, after) : undefined),
    )
    .orderBy(asc(contactTraits.visitorId))
    .limit(max);

/** The reason of a contact: the group of conditions that holds, and what each condition of all groups is decided by. */
export interface Reason {
  group: number;
  why: (string | null)[];
}

/** The reason of each of some contacts of a rule. `why` has the values of all groups, one after the other. */
export const reasonsOf = async (
  ctx: Reads,
  siteId: string,
  rule: SegmentRule,
  members: readonly MemberRow[],
): Promise<Map<string, Reason>> => {
  const groups = groupsOf(rule);
  const asked = groups
    .flat()
    .filter(({ name }) => name.startsWith(attributePrefix))
    .map(({ name }) => name.slice(attributePrefix.length));
  const ids = members.map(({ row }) => row.id);
  const values =
    asked.length && ids.length
      ? await ctx.database.read
          .select({
            contactId: contactTraits.contactId,
            attributeId: contactValues.attributeId,
            value: contactValues.value,
          })
          .from(contactValues)
          .innerJoin(
            contactTraits,
            and(
              eq(contactTraits.siteId, contactValues.siteId),
              eq(contactTraits.visitorId, contactValues.visitorId),
            ),
          )
          .where(
            and(
              eq(contactValues.siteId, siteId),
              inArray(contactValues.attributeId, asked),
              isOneOf(contactTraits.contactId, ids),
            ),
          )
      : [];
  const now = ctx.clock.now();
  return new Map(
    members.map(({ row: { id }, traits }) => {
      const own = values.filter(({ contactId }) => contactId === id);
      const attributes = Object.fromEntries(
        own.map(({ attributeId, value }) => [`${attributePrefix}${attributeId}`, value]),
      );
      const known = knownOf(traits, attributes, now);
      const group = groups.findIndex((tests) => tests.every((test) => fits(test, known)));
      // What changed between two looks at it is said by the first.
      return [id, { group: Math.max(0, group), why: groups.flat().map(({ name }) => known[name] ?? null) }];
    }),
  );
};

/** Whether a contact may be called now, and may be written to. */
export const readAllowed = async (ctx: Pick<Context, 'database'>, siteId: string, id: string) => {
  const [row] = await ctx.database.read
    .select({ noCalls: contactTraits.noCalls, noMails: contactTraits.noMails, stop: mailStops.at })
    .from(contactTraits)
    .leftJoin(
      mailStops,
      and(eq(mailStops.siteId, contactTraits.siteId), eq(mailStops.addressHash, contactTraits.addressHash)),
    )
    .where(and(eq(contactTraits.siteId, siteId), eq(contactTraits.visitorId, id)));
  return { calls: row ? !row.noCalls : true, mails: row ? !row.noMails && row.stop === null : true };
};

/** Open conversations of some contacts, of all their visitors, those that wait longest first. */
export const listOpenOf = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  contacts: readonly string[],
  max: number,
): Promise<string[]> =>
  (
    await ctx.database.read
      .select({ id: conversations.id })
      .from(contactTraits)
      .innerJoin(
        conversations,
        and(
          eq(conversations.siteId, contactTraits.siteId),
          eq(conversations.visitorId, contactTraits.visitorId),
        ),
      )
      .where(
        and(
          eq(contactTraits.siteId, siteId),
          isOneOf(contactTraits.contactId, contacts),
          eq(conversations.status, 'open'),
          eq(conversations.held, false),
          isNull(conversations.mergedInto),
        ),
      )
      .orderBy(asc(conversations.lastMessageAt), asc(conversations.id))
      .limit(max)
  ).map(({ id }) => id);
