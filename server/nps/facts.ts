import type { FactSource } from '../core/facts/source.ts';
import { findLanguagesOf, listResponsesAfter } from './facts/queries.ts';

/** Answers of the past that are filled in at once. */
const pageLength = 500;

/** The surveys' source of facts: each score, and the one it replaces. */
export const npsFacts: FactSource = {
  async read(ctx, siteId, batch) {
    const answered = batch.filter(({ kind }) => kind === 'nps.answered' || kind === 'nps.replaced');
    const ids = [...new Set(answered.flatMap(({ subjectId }) => subjectId ?? []))];
    const languages = await findLanguagesOf(ctx, siteId, ids);
    return answered.map(({ kind, at, subjectId, amount }) => ({
      kind: kind === 'nps.answered' ? 'nps.answered' : 'nps.replaced',
      at,
      subjectId,
      language: languages.get(subjectId ?? ''),
      value: amount,
    }));
  },
  async fill(ctx, siteId, { after, before }) {
    const rows = await listResponsesAfter(ctx, siteId, after, pageLength);
    return {
      facts: rows
        .filter(({ at }) => at < before)
        .map(({ id, at, score, language }) => ({
          kind: 'nps.answered',
          at,
          subjectId: id,
          value: score,
          language,
        })),
      after: rows.length < pageLength ? null : (rows.at(-1)?.id ?? null),
    };
  },
};
