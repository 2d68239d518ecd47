import type { Context } from '../../context.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { listAnswers } from '../queries/answers.ts';
import { listPhrasingsOf, listRedirectsOf, pageQuestions } from '../queries/exchange.ts';

/** Questions read at once: a few milliseconds of the event loop. */
const atOnce = 100;

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/**
 * Writes all public questions of a site with their public answers, votes, dates and redirects, one JSON object a line, the
 * oldest first. Nothing of who asked is in it but the name that stands on the page.
 * @returns how many there were
 */
export const exportQuestions = async (
  ctx: Context,
  site: Site,
  write: (text: string) => Promise<void>,
): Promise<{ questions: number; answers: number }> => {
  const count = { questions: 0, answers: 0 };
  for (let after = ''; ; ) {
    const rows = await pageQuestions(ctx, site.id, after, atOnce);
    const ids = rows.map(({ id }) => id);
    const [answers, phrasings, redirects] = ids.length
      ? await Promise.all([
          listAnswers(ctx, site.id, ids),
          listPhrasingsOf(ctx, site.id, ids),
          listRedirectsOf(ctx, site.id, ids),
        ])
      : [[], [], []];
    for (const row of rows) {
      const own = answers.filter(({ questionId }) => questionId === row.id);
      count.questions++;
      count.answers += own.length;
      await write(
        `${JSON.stringify({
          id: row.id,
          title: row.title,
          details: row.details,
          language: row.language,
          category: row.category,
          askedBy: row.askedBy,
          created: iso(row.createdAt),
          updated: iso(row.updatedAt),
          solved: row.solved,
          meToo: row.meToo,
          duplicateOf: row.duplicateOf,
          closed: isoOrNull(row.closedAt),
          closedReason: row.closedReason,
          phrasings: phrasings.flatMap(({ questionId, text }) => (questionId === row.id ? [text] : [])),
          formerPaths: redirects.flatMap(({ questionId, path }) =>
            questionId === row.id ? [`/${path}`] : [],
          ),
          answers: own.map((answer) => ({
            id: answer.id,
            body: answer.body,
            author: { name: answer.authorName, kind: answer.authorKind, verified: answer.verified },
            official: answer.official,
            accepted: answer.accepted,
            helpful: answer.helpful,
            created: iso(answer.createdAt),
            edited: isoOrNull(answer.editedAt),
          })),
        })}\n`,
      );
    }
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return count;
    after = last.id;
  }
};
