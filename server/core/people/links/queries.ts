import { and, asc, count, eq, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import type { Person } from '../privacy/person.ts';
import type { PersonalData } from '../privacy/personalData.ts';
import { isOneOf, pageOfRows, personalTable } from '../privacy/queries/rows.ts';
import { visitors } from '../visitors/tables.ts';
import { personLinks } from './tables.ts';
import { partPersons, type Placed, provenKey, type VisitorRow } from './together.ts';
import { removeLinksOf } from './writes.ts';

type Reads = Pick<Context, 'database'>;
export type LinkRow = typeof personLinks.$inferSelect;

/** Links of a site: everyone of a link is looked at for a list of contacts. */
export const maxLinks = 2_000;

const isProven = or(eq(visitors.emailSigned, true), isNotNull(visitors.emailVerifiedAt));

const ofVisitors = (ids: readonly string[]): SQL | undefined =>
  or(isOneOf(personLinks.visitorId, ids), isOneOf(personLinks.otherId, ids));

/** The links of some visitors, the oldest first. */
export const listLinks = (ctx: Reads, siteId: string, ids: readonly string[]): Promise<LinkRow[]> =>
  ctx.database.read
    .select()
    .from(personLinks)
    .where(and(eq(personLinks.siteId, siteId), ofVisitors(ids)))
    .orderBy(asc(personLinks.at), asc(personLinks.id));

/** Counts a site's links. */
export const countLinks = async (ctx: Reads, siteId: string): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ links: count().mapWith(Number) })
    .from(personLinks)
    .where(eq(personLinks.siteId, siteId));
  return row?.links ?? 0;
};

export const findLink = async (ctx: Reads, siteId: string, id: string): Promise<LinkRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(personLinks)
    .where(and(eq(personLinks.siteId, siteId), eq(personLinks.id, id)));
  return row ?? null;
};

/**
 * The persons behind some visitors: with all who have shown the same address, all whom the team linked with them, and so
 * on. Nearly nobody is linked: then it's two queries.
 * @param max visitors after which nobody more is looked for
 */
export const findPersons = async (
  ctx: Reads,
  siteId: string,
  seeds: readonly VisitorRow[],
  max = Number.POSITIVE_INFINITY,
): Promise<VisitorRow[][]> => {
  const found = new Map(seeds.map((row) => [row.id, row]));
  const links = new Map<string, LinkRow>();
  const keys = new Set<string>();
  for (let fresh: readonly VisitorRow[] = seeds; fresh.length > 0 && found.size < max; ) {
    const added = await listLinks(
      ctx,
      siteId,
      fresh.map(({ id }) => id),
    );
    for (const link of added) links.set(link.id, link);
    const linked = added
      .flatMap(({ visitorId, otherId }) => [visitorId, otherId])
      .filter((id) => !found.has(id));
    const shown = [...new Set(fresh.flatMap((row) => provenKey(row) ?? []))].filter((key) => !keys.has(key));
    for (const key of shown) keys.add(key);
    if (linked.length + shown.length === 0) break;
    const rows = await ctx.database.read
      .select()
      .from(visitors)
      .where(
        and(
          eq(visitors.siteId, siteId),
          or(isOneOf(visitors.id, linked), and(isOneOf(visitors.emailKey, shown), isProven)),
        ),
      );
    fresh = rows.filter(({ id }) => !found.has(id));
    for (const row of fresh) found.set(row.id, row);
  }
  return partPersons([...found.values()], [...links.values()]);
};

/** As {@link findPersons}, by ids. */
export const findPersonsOf = async (
  ctx: Reads,
  siteId: string,
  ids: readonly string[],
): Promise<VisitorRow[][]> =>
  findPersons(
    ctx,
    siteId,
    await ctx.database.read
      .select()
      .from(visitors)
      .where(and(eq(visitors.siteId, siteId), isOneOf(visitors.id, ids))),
  );

/**
 * The persons whom the team made one by its links, of visitors without the rest of their rows. All of a site at once, for
 * lists: two queries that name nobody.
 */
export const listLinkedPersons = async (ctx: Reads, siteId: string): Promise<Placed[][]> => {
  const links = await ctx.database.read
    .select({ visitorId: personLinks.visitorId, otherId: personLinks.otherId })
    .from(personLinks)
    .where(eq(personLinks.siteId, siteId))
    .limit(maxLinks);
  if (links.length === 0) return [];
  const linked = sql`select l.visitor_id from person_links l where l.site_id = ${siteId} union select l.other_id from person_links l where l.site_id = ${siteId}`;
  const rows = await ctx.database.read
    .select({
      id: visitors.id,
      emailKey: visitors.emailKey,
      emailSigned: visitors.emailSigned,
      emailVerifiedAt: visitors.emailVerifiedAt,
      seenAt: visitors.seenAt,
    })
    .from(visitors)
    .where(
      and(
        eq(visitors.siteId, siteId),
        or(
          sql`${visitors.id} in (${linked})`,
          and(
            isProven,
            sql`${visitors.emailKey} in (select v.email_key from visitors v where v.site_id = ${siteId} and (v.email_signed or v.email_verified_at is not null) and v.id in (${linked}))`,
          ),
        ),
      ),
    );
  return partPersons(rows, links);
};

const linkTable = {
  kind: 'profile',
  table: personLinks,
  key: personLinks.id,
  // What the team takes them for is the team's to read, as its notes are.
  of: ({ visitors: ids, isSelf }: Person) => (isSelf ? isOneOf(personLinks.id, []) : ofVisitors(ids)),
  without: ['staffId', 'via'],
} as const;

/** Whom the team takes for the same person: goes with any of them. */
export const personalLinks: PersonalData = {
  ...personalTable(linkTable),
  async erase(ctx, person) {
    const found = await pageOfRows(ctx, linkTable, { ...person, isSelf: false }, '', 1);
    return found.length === 0 ? null : { write: (tx) => removeLinksOf(tx, person.siteId, person.visitors) };
  },
};
