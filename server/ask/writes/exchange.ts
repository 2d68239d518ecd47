import type { Queries, Statement } from '../../core/db/database.ts';
import { questionRedirects } from '../tables.ts';

/** Leads former paths to a question; one that leads somewhere already stays. */
export const insertRedirects = (
  tx: Queries,
  siteId: string,
  questionId: string,
  paths: readonly string[],
): Statement[] =>
  paths.length === 0
    ? []
    : [
        tx
          .insert(questionRedirects)
          .values(paths.map((path) => ({ siteId, path, questionId })))
          .onConflictDoNothing(),
      ];
