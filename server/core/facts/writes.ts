import { eq, sql } from 'drizzle-orm';
import type { Queries, Statement } from '../db/database.ts';
import type { NewFact } from './types.ts';
import { factHeads, facts } from './tables.ts';

/** Facts of one statement: SQLite binds 32,766 parameters at the most. */
const maxRows = 500;

const placeOf = (tx: Queries, siteId: string, back: number) =>
  sql`(${tx.select({ head: factHeads.head }).from(factHeads).where(eq(factHeads.siteId, siteId))}) - ${back}`;

/** The statements that keep facts of a site, in the commit of what they are about. */
export const insertFacts = (tx: Queries, siteId: string, all: readonly NewFact[]): Statement[] => {
  const statements: Statement[] = [];
  for (let first = 0; first < all.length; first += maxRows) {
    const some = all.slice(first, first + maxRows);
    statements.push(
      tx
        .insert(factHeads)
        .values({ siteId, head: some.length })
        .onConflictDoUpdate({
          target: factHeads.siteId,
          set: { head: sql`${factHeads.head} + ${some.length}` },
        }),
      tx.insert(facts).values(
        some.map((fact, index) => ({
          ...fact,
          siteId,
          place: placeOf(tx, siteId, some.length - 1 - index),
        })),
      ),
    );
  }
  return statements;
};
