import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type * as schema from '../../../shared/inbox/schema.ts';
import type { Queries, Statement } from '../../core/db/database.ts';
import { savedSearches } from '../tables.ts';

const ownSearch = (siteId: string, staffId: string, id: string) =>
  and(eq(savedSearches.siteId, siteId), eq(savedSearches.staffId, staffId), eq(savedSearches.id, id));

export const insertSearch = (
  tx: Queries,
  siteId: string,
  staffId: string,
  id: string,
  given: z.infer<typeof schema.saveSearch>,
  now: number,
): Statement =>
  tx
    .insert(savedSearches)
    .values({ siteId, id, staffId, ...given, createdAt: now })
    .onConflictDoNothing();

export const updateSearch = (
  tx: Queries,
  siteId: string,
  staffId: string,
  id: string,
  given: z.infer<typeof schema.saveSearch>,
): Statement =>
  tx
    .update(savedSearches)
    .set(given)
    .where(ownSearch(siteId, staffId, id));

export const deleteSearch = (tx: Queries, siteId: string, staffId: string, id: string): Statement =>
  tx.delete(savedSearches).where(ownSearch(siteId, staffId, id));
