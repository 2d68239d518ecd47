import { and, asc, eq } from 'drizzle-orm';
import type * as schema from '../../../shared/inbox/schema.ts';
import type { Context } from '../../context.ts';
import { savedSearches } from '../tables.ts';

export const listSearches = (ctx: Context, siteId: string, staffId: string): Promise<schema.SavedSearch[]> =>
  ctx.database.read
    .select({ id: savedSearches.id, name: savedSearches.name, query: savedSearches.query })
    .from(savedSearches)
    .where(and(eq(savedSearches.siteId, siteId), eq(savedSearches.staffId, staffId)))
    .orderBy(asc(savedSearches.createdAt), asc(savedSearches.id));
