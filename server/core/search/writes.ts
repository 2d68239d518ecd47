import { and, eq, inArray, notInArray } from 'drizzle-orm';
import type { Queries, Statement } from '../db/database.ts';
import { searchVectors } from './tables.ts';

/** Stores vectors of one model in place of those of the same documents. */
export const replaceVectors = (
  tx: Queries,
  siteId: string,
  model: string,
  rows: (typeof searchVectors.$inferInsert)[],
): Statement[] => [
  tx.delete(searchVectors).where(
    and(
      eq(searchVectors.siteId, siteId),
      eq(searchVectors.model, model),
      inArray(
        searchVectors.id,
        rows.map(({ id }) => id),
      ),
    ),
  ),
  tx.insert(searchVectors).values(rows).onConflictDoNothing(),
];

/** Deletes the vectors of some groups. @param except documents whose vectors stay */
export const deleteVectors = (tx: Queries, siteId: string, groups: string[], except: string[]): Statement =>
  tx
    .delete(searchVectors)
    .where(
      and(
        eq(searchVectors.siteId, siteId),
        inArray(searchVectors.groupId, groups),
        except.length ? notInArray(searchVectors.id, except) : undefined,
      ),
    );
