import type { FactSource } from '../core/facts/source.ts';
import { listCommentsAfter } from './queries/facts.ts';
import { findComments } from './queries/comments.ts';

/** Comments of the past that are filled in at once. */
const pageLength = 500;

/**
 * The comments' source of facts: comments that appeared, of visitors and of staff. Those that were imported are no
 * news.
 */
export const commentFacts: FactSource = {
  async read(ctx, siteId, batch) {
    const told = batch.filter(({ kind }) => kind === 'comment.added' || kind === 'comment.approved');
    if (told.length === 0) return [];
    const ids = [...new Set(told.flatMap(({ subjectId }) => subjectId ?? []))];
    const rows = new Map((await findComments(ctx, siteId, ids)).map((row) => [row.id, row]));
    return told.flatMap(({ at, subjectId }) => {
      const row = rows.get(subjectId ?? '');
      if (!row || row.authorKind === 'imported') return [];
      const { authorKind, authorId, language } = row;
      const staffId = authorKind === 'staff' ? authorId : null;
      return [{ kind: 'comment.added', at, subjectId, language, staffId }];
    });
  },
  async fill(ctx, siteId, { after, before }) {
    const rows = await listCommentsAfter(ctx, siteId, after, pageLength);
    return {
      facts: rows
        .filter(
          ({ state, authorKind, createdAt }) =>
            state === 'approved' && authorKind !== 'imported' && createdAt < before,
        )
        .map(({ id, authorKind, authorId, language, createdAt }) => ({
          kind: 'comment.added',
          at: createdAt,
          subjectId: id,
          language,
          staffId: authorKind === 'staff' ? authorId : null,
        })),
      after: rows.length < pageLength ? null : (rows.at(-1)?.id ?? null),
    };
  },
};
