import type { Context } from '../context.ts';
import type { QuestionSource } from '../core/knowledge.ts';
import { listAnswers } from './queries/answers.ts';
import { findQuestionById, findQuestionOf } from './queries/questions.ts';
import { questionPath } from './rules.ts';

/** Questions with the answers that count, for who writes an article from one. */
export const askedQuestions = (ctx: Context): QuestionSource => ({
  async find(site, of) {
    const row =
      'question' in of
        ? await findQuestionById(ctx, site.id, of.question)
        : await findQuestionOf(ctx, site.id, of.conversation);
    if (!row || row.goneAt !== null) return null;
    const all = await listAnswers(ctx, site.id, [row.id]);
    const chosen = all.filter(({ official, accepted }) => official || accepted);
    return {
      id: row.id,
      conversation: row.conversationId,
      title: row.title,
      details: row.details,
      answers: (chosen.length ? chosen : all.slice(0, 1)).map(({ body }) => body),
      language: row.language,
      category: row.category,
      path: row.published ? questionPath(site.key, row.id, row.slug) : null,
    };
  },
});
