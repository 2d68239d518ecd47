import { assertPresent } from '../core/assertPresent.ts';
import type { AnswerRow } from './queries/answers.ts';
import type { QuestionRow } from './queries/questions.ts';
import { listPins, listSynonyms } from './queries/tuning.ts';
import type { Context } from '../context.ts';
import { plainText } from '../core/content/markdown.ts';
import type { SearchDocument } from '../core/search/engine/searchTypes.ts';
import type { SearchSource } from '../core/search/sources.ts';
import { weightOf } from './rules.ts';
import {
  answersForSearch,
  canonicalOf,
  pageForSearch,
  phrasingsForSearch,
  publishedAmong,
  someForSearch,
} from './queries/searchDocuments.ts';
import { readStaleQuestions } from './writes/fullText.ts';

export const questionChanged = 'question.changed';

export const questionChangedEvent = (question: string) => ({
  kind: questionChanged,
  subject: question,
  audience: 'staff' as const,
});
export const searchTuned = 'search.tuned';
export const questionKind = 'question';

/** Documents read at once: a few milliseconds of the event loop. */
const batchSize = 50;

/** A question's searched text besides its title: passages are places in it. @param answers in their order */
export const searchedText = (
  { detailsRich }: Pick<QuestionRow, 'detailsRich'>,
  answers: readonly Pick<AnswerRow, 'rich'>[],
): string => [detailsRich, ...answers.map(({ rich }) => rich)].map(plainText).join(' ');

/** Public questions with their answers, and the other words in which people asked them. */
export const questionSource = (ctx: Pick<Context, 'database'>): SearchSource => {
  const toView = async (siteId: string, rows: QuestionRow[]): Promise<SearchDocument[]> => {
    const ids = rows.map((row) => row.id);
    if (ids.length === 0) return [];
    const shared = await publishedAmong(ctx, siteId, [
      ...new Set(rows.flatMap((row) => row.duplicateOf ?? [])),
    ]);
    const bodies = new Map<string, Pick<AnswerRow, 'rich'>[]>();
    const weights = new Map<string, number>();
    for (const answer of await answersForSearch(ctx, siteId, ids)) {
      bodies.set(answer.questionId, [...(bodies.get(answer.questionId) ?? []), answer]);
      const weight = weightOf(answer);
      weights.set(answer.questionId, Math.max(weight, weights.get(answer.questionId) ?? 0));
    }
    const of = (row: QuestionRow, id: string, title: string, body: string): SearchDocument => ({
      id,
      // A duplicate of what is not public (any more) stands for itself.
      group: row.duplicateOf !== null && shared.has(row.duplicateOf) ? row.duplicateOf : row.id,
      kind: questionKind,
      language: row.language,
      title,
      body,
      weight: weights.get(row.id) ?? 0,
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const documents = rows.map((row) =>
      of(row, row.id, row.title, searchedText(row, bodies.get(row.id) ?? [])),
    );
    for (const phrasing of await phrasingsForSearch(ctx, siteId, ids))
      documents.push(
        of(
          assertPresent(byId.get(phrasing.questionId), 'phrasings are read by these questions'),
          phrasing.id,
          phrasing.text,
          '',
        ),
      );
    return documents;
  };
  return {
    kind: questionKind,
    changed: questionChanged,
    tuned: searchTuned,
    async *all(siteId) {
      for (let after = ''; ; ) {
        const rows = await pageForSearch(ctx, siteId, after, batchSize);
        yield await toView(siteId, rows);
        const last = rows.at(-1);
        if (!last || rows.length < batchSize) return;
        after = last.id;
      }
    },
    async some(siteId, subjects) {
      const roots = [...new Set([...subjects, ...(await canonicalOf(ctx, siteId, subjects))])];
      const rows = await someForSearch(ctx, siteId, roots);
      const groups = new Set([...roots, ...rows.map((row) => row.id)]);
      return { groups: [...groups], documents: await toView(siteId, rows) };
    },
    readChanges: (siteId) => readStaleQuestions(ctx, siteId),
    async tuning(siteId) {
      const synonyms = await listSynonyms(ctx, siteId);
      const pins = await listPins(ctx, siteId);
      return {
        synonyms: synonyms.map((row) => row.words),
        pins: pins.map((row) => ({ phrase: row.phrase, group: row.questionId })),
      };
    },
  };
};
