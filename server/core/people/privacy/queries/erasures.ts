import { and, desc, eq, gt, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../../../context.ts';
import { canonicalEmail } from '../../../emailAddress.ts';
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

const isProven = or(eq(visitors.emailSigned, true), isNotNull(visitors.emailVerifiedAt));

const unique = (values: (string | null)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== null)),
];

/**
 * Everybody whom staff mean by a visitor or an address. Visitors who have shown the same address are one person; one who
 * only typed it may be somebody else, and is found by themselves.
 * @returns null where there is no such visitor; `told` is what of them may be told: an address that a visitor only typed
 * may be of somebody whom the site knows from an import or a mail alone. What hangs on it goes with an erasure, since else
 * it would stay for ever, and is exported to nobody: they may have typed it to get it
 */
export const findPerson = async (
  ctx: Reads,
  siteId: string,
  given: { visitor?: string | undefined; email?: string | undefined },
): Promise<{ person: Person; told: Person; rows: VisitorRow[] } | null> => {
  const find = (where: SQL | undefined): Promise<VisitorRow[]> =>
    ctx.database.read
      .select()
      .from(visitors)
      .where(and(eq(visitors.siteId, siteId), where))
      .limit(200);
  const first = given.visitor === undefined ? [] : await find(eq(visitors.id, given.visitor));
  if (given.visitor !== undefined && first.length === 0) return null;
  const [known] = first;
  const proven = known?.emailKey && (known.emailSigned || known.emailVerifiedAt !== null);
  const key = given.email === undefined ? (proven ? known.emailKey : null) : canonicalEmail(given.email);
  const others =
    key === null
      ? []
      : await find(and(eq(visitors.emailKey, key), isProven, known ? ne(visitors.id, known.id) : undefined));
  const rows = [...first, ...others];
  // One that a single visitor typed is taken for theirs, so that all that hangs on it goes with them. Where somebody else
  // of the site has it, it may be theirs, and what hangs on it is not for this visitor's export or erasure.
  const typed = key === null ? (known?.emailKey ?? null) : null;
  const isOthers =
    known !== undefined &&
    typed !== null &&
    (await find(and(eq(visitors.emailKey, typed), ne(visitors.id, known.id)))).length > 0;
  const person: Person = {
    siteId,
    visitors: rows.map(({ id }) => id),
    subjects: unique(rows.map(({ subject }) => subject)),
    emails: isOthers ? [] : unique([key, ...rows.map(({ emailKey }) => emailKey)]),
    typed: isOthers ? [typed] : [],
    isSelf: false,
  };
  return { rows, person, told: typed === null ? person : { ...person, emails: [], typed: [typed] } };
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
