import { and, desc, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../../../context.ts';
import { canonicalEmail } from '../../../emailAddress.ts';
import { findPersons } from '../../links/queries.ts';
import { provenKey } from '../../links/together.ts';
import { visitorSecrets, visitors } from '../../visitors/tables.ts';
import type { Person } from '../person.ts';
import { erasedHashes, erasures } from '../tables.ts';
import { isOneOf } from './rows.ts';
import { likeLiteral } from '../../../db/like.ts';

type Reads = Pick<Context, 'database'>;
export type ErasureRow = typeof erasures.$inferSelect;
type VisitorRow = typeof visitors.$inferSelect;

/** When a hash was written down; null for one that never was. */
export const findErasedAt = async (ctx: Reads, siteId: string, hash: string): Promise<number | null> => {
  const [row] = await ctx.database.read
    .select({ at: erasedHashes.at })
    .from(erasedHashes)
    .where(and(eq(erasedHashes.siteId, siteId), eq(erasedHashes.hash, hash)))
    .limit(1);
  return row?.at ?? null;
};

/** Which of some hashes were written down. */
export const findErased = async (ctx: Reads, siteId: string, hashes: string[]): Promise<Set<string>> => {
  if (hashes.length === 0) return new Set();
  const rows = await ctx.database.read
    .select({ hash: erasedHashes.hash })
    .from(erasedHashes)
    .where(and(eq(erasedHashes.siteId, siteId), inArray(erasedHashes.hash, hashes)));
  return new Set(rows.map(({ hash }) => hash));
};

export const findErasure = async (ctx: Reads, siteId: string, id: string): Promise<ErasureRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(erasures)
    .where(and(eq(erasures.siteId, siteId), eq(erasures.id, id)));
  return row ?? null;
};

/** A site's erasures, the newest first. */
export const listErasures = (ctx: Reads, siteId: string, max = 50): Promise<ErasureRow[]> =>
  ctx.database.read
    .select()
    .from(erasures)
    .where(eq(erasures.siteId, siteId))
    .orderBy(desc(erasures.requestedAt), desc(erasures.id))
    .limit(max);

/** Secrets of a person's browsers, as they are stored. */
export const listSecretHashes = async (ctx: Reads, { siteId, visitors: ids }: Person): Promise<string[]> =>
  (
    await ctx.database.read
      .select({ hash: visitorSecrets.hash })
      .from(visitorSecrets)
      .where(and(eq(visitorSecrets.siteId, siteId), isOneOf(visitorSecrets.visitorId, ids)))
  ).map(({ hash }) => hash);

const unique = (values: (string | null)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== null)),
];

/** Visitors of one person that are looked at. */
const maxVisitors = 200;

/**
 * Everybody whom staff mean by a visitor or an address. Visitors who have shown the same address are one person, and so
 * are those whom the team linked; one who only typed an address may be somebody else, and is found by themselves.
 * @param isAlone leaves out whom the team linked: for what was decided of one before, by whoever was linked then
 * @returns null where there is no such visitor; the visitor comes first, and `told` is what of them may be told: an address
 * that a visitor only typed may be of somebody whom the site knows from an import or a mail alone. What hangs on it goes
 * with an erasure, since else it would stay for ever, and is exported to nobody: they may have typed it to get it
 */
export const findPerson = async (
  ctx: Reads,
  siteId: string,
  given: { visitor?: string | undefined; email?: string | undefined; isAlone?: boolean },
): Promise<{ person: Person; told: Person; rows: VisitorRow[] } | null> => {
  const find = (where: SQL | undefined): Promise<VisitorRow[]> =>
    ctx.database.read
      .select()
      .from(visitors)
      .where(and(eq(visitors.siteId, siteId), where))
      .limit(maxVisitors);
  const first = given.visitor === undefined ? [] : await find(eq(visitors.id, given.visitor));
  if (given.visitor !== undefined && first.length === 0) return null;
  const asked = given.email === undefined ? null : canonicalEmail(given.email);
  const seeds =
    asked === null
      ? first
      : (await find(eq(visitors.emailKey, asked))).filter((row) => provenKey(row) !== null);
  const others = given.isAlone ? [] : (await findPersons(ctx, siteId, seeds, maxVisitors)).flat();
  const rows = [...seeds, ...others.filter(({ id }) => seeds.every((seed) => seed.id !== id))];
  const proven = unique([asked, ...rows.map(provenKey)]);
  const typed = unique(rows.map(({ emailKey }) => emailKey)).filter((key) => !proven.includes(key));
  // One that a single person typed is taken for theirs, so that all that hangs on it goes with them. Where somebody else
  // of the site has it, it may be theirs, and what hangs on it is not for this person's export or erasure.
  const ofOthers = new Set(
    (typed.length ? await find(isOneOf(visitors.emailKey, typed)) : [])
      .filter(({ id }) => rows.every((row) => row.id !== id))
      .map(({ emailKey }) => emailKey),
  );
  const person: Person = {
    siteId,
    visitors: rows.map(({ id }) => id),
    subjects: unique(rows.map(({ subject }) => subject)),
    emails: [...proven, ...typed.filter((key) => !ofOthers.has(key))],
    typed: typed.filter((key) => ofOthers.has(key)),
    isSelf: false,
  };
  return { rows, person, told: { ...person, emails: proven, typed } };
};

/** A visitor as the person that their browser proves them to be: with an address only where the site itself signed it. */
export const findSelf = async (ctx: Reads, siteId: string, id: string): Promise<Person> => {
  const [row] = await ctx.database.read
    .select()
    .from(visitors)
    .where(and(eq(visitors.siteId, siteId), eq(visitors.id, id)));
  return {
    siteId,
    visitors: [id],
    subjects: unique([row?.subject ?? null]),
    emails: row?.emailSigned ? unique([row.emailKey]) : [],
    typed: row?.emailSigned ? [] : unique([row?.emailKey ?? null]),
    isSelf: true,
  };
};

/** Visitors whom staff look for by name, address or id, those seen last first. */
export const searchVisitors = (ctx: Reads, siteId: string, text: string): Promise<VisitorRow[]> => {
  const pattern = `%${likeLiteral(text.toLowerCase())}%`;
  return ctx.database.read
    .select()
    .from(visitors)
    .where(
      and(
        eq(visitors.siteId, siteId),
        or(
          eq(visitors.id, text),
          eq(visitors.subject, text),
          sql`${visitors.emailKey} like ${pattern} escape '\\'`,
          sql`lower(${visitors.name}) like ${pattern} escape '\\'`,
        ),
      ),
    )
    .orderBy(desc(visitors.seenAt), desc(visitors.id))
    .limit(20);
};

/** A page of a site's visitors by id, for who looks through all of them. */
export const pageOfVisitors = (ctx: Reads, siteId: string, after: string, max: number) =>
  ctx.database.read
    .select({ id: visitors.id, subject: visitors.subject, emailKey: visitors.emailKey })
    .from(visitors)
    .where(and(eq(visitors.siteId, siteId), gt(visitors.id, after)))
    .orderBy(visitors.id)
    .limit(max);
