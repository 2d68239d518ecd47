import type { Context } from '../../context.ts';
import type { FeatureItem, ModeratedKind } from '../../core/moderation/kind.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import type { AnswerRow } from '../queries/answers.ts';
import { countDecided, countWaitingAnswers, findAnswers, listForStaff } from '../queries/community.ts';
import { findQuestions } from '../queries/questions.ts';
import { questionPath } from '../rules.ts';
import { decide } from './moderate.ts';

const toItems = async (ctx: Context, site: Site, rows: readonly AnswerRow[]): Promise<FeatureItem[]> => {
  const ids = [...new Set(rows.map(({ questionId }) => questionId))];
  const questions = new Map((await findQuestions(ctx, site.id, ids)).map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    const question = questions.get(row.questionId);
    // What its author took away has nothing left to be seen; of what isn't public, moderators see nothing.
    if (!question?.published || question.goneAt !== null || row.body === '') return [];
    const isVisitor = row.authorKind === 'visitor';
    return [
      {
        id: row.id,
        state: row.state,
        reason: row.state === 'waiting' ? row.reason : null,
        author: {
          name: row.authorName,
          kind: row.authorKind === 'staff' ? 'staff' : 'visitor',
          verified: row.verified,
          email: null,
          visitorId: isVisitor ? row.authorId : null,
        },
        title: '',
        rich: row.rich,
        files: [],
        context: { title: question.title, href: questionPath(site.key, question.id, question.slug) },
        parent: null,
        reports: 0,
        reportReasons: [],
        at: row.createdAt,
        editedAt: row.editedAt,
      },
    ];
  });
};

/** Answers to public questions, as the one queue lists them and decides about them. */
export const moderatedAnswers = (ctx: Context): ModeratedKind => ({
  kind: 'answer',
  list: async (site, { state, limit, ...query }) =>
    state === 'reported'
      ? []
      : toItems(ctx, site, await listForStaff(ctx, site.id, { state, ...query }, limit)),
  find: async (site, ids) => toItems(ctx, site, await findAnswers(ctx, site.id, ids)),
  count: async (siteId) => ({ waiting: await countWaitingAnswers(ctx, siteId), reported: 0 }),
  histories: (siteId, visitors) => countDecided(ctx, siteId, visitors),
  decide: (site, ids, decision) => decide(ctx, site, { ids: [...ids], decision }),
});
