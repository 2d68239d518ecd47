import { and, eq } from 'drizzle-orm';
import type { Queries, Statement } from '../../core/db/database.ts';
import { articleRedirects } from '../tables.ts';

/** Leads former addresses to an article; one that leads somewhere already stays. */
export const insertRedirects = (
  tx: Queries,
  rows: readonly (typeof articleRedirects.$inferInsert)[],
): Statement[] =>
  rows.length === 0
    ? []
    : [
        tx
          .insert(articleRedirects)
          .values([...rows])
          .onConflictDoNothing(),
      ];

/** Forgets the former addresses of an article that is no more. */
export const removeRedirects = (tx: Queries, siteId: string, articleId: string): Statement =>
  tx
    .delete(articleRedirects)
    .where(and(eq(articleRedirects.siteId, siteId), eq(articleRedirects.articleId, articleId)));
