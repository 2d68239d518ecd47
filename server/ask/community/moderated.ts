import type { Context } from '../../context.ts';
import { excerpt } from '../../core/content/markdown.ts';
import type { FeatureItem, ModeratedKind, Reportable } from '../../core/moderation/kind.ts';
import { reportsOf } from '../../core/moderation/reports/queries.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import type { AnswerRow } from '../queries/answers.ts';
import { countAnswers, countDecided, findAnswers, listForStaff } from '../queries/community.ts';
import { findPublished, findQuestions } from '../queries/questions.ts';
import { questionPath } from '../rules.ts';
import { questionChangedEvent } from '../searchSource.ts';
import { updateAnswer } from '../writes/answers.ts';
import { answerEvent } from './events.ts';
import { decide } from './moderate.ts';
import { moderatedQuestions } from './moderatedQuestions.ts';

const toItems = async (ctx: Context, site: Site, rows: readonly AnswerRow[]): Promise<FeatureItem[]> => {
  const ids = [...new Set(rows.map(({ questionId }) => questionId))];
  const questions = new Map((await findQuestions(ctx, site.id, ids)).map((row) => [row.id, row]));
  const reported = await reportsOf(
    ctx,
    site.id,
    rows.map(({ id }) => id),
  );
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
        ...reported(row.id),
        at: row.createdAt,
        editedAt: row.editedAt,
      },
    ];
  });
};

/** Code units of an answer's words by which its report names it. */
const titleLength = 80;

const reportable = async (ctx: Context, site: Site, id: string): Promise<Reportable | null> => {
  const [row] = await findAnswers(ctx, site.id, [id]);
  const question = row && (await findPublished(ctx, site.id, row.questionId));
  const isHeld = row?.state === 'waiting' && row.reason === 'reported';
  if (!row || !question || (row.state !== 'public' && !isHeld)) return null;
  const place = isHeld ? '' : `#answer-${id}`;
  return {
    title: excerpt(row.rich, titleLength),
    href: `${questionPath(site.key, question.id, question.slug)}${place}`,
    state: isHeld ? 'held' : 'public',
    // The team's word for it is the team's word.
    mayBeHeld: row.authorKind !== 'staff' && !row.vetted && !row.official,
    events: (change) => [
      answerEvent(change === 'held' ? 'held' : 'changed', id),
      ...(change === 'reported' ? [] : [questionChangedEvent(question.id)]),
    ],
    change: (tx, change) => [
      updateAnswer(
        tx,
        site.id,
        id,
        change === 'held' ? { state: 'waiting', reason: 'reported' } : { state: 'public', reason: null },
      ),
    ],
  };
};

const kindOfAnswers = (ctx: Context): ModeratedKind => ({
  kind: 'answer',
  list: async (site, { limit, ...query }) =>
    toItems(ctx, site, await listForStaff(ctx, site.id, query, limit)),
  find: async (site, ids) => toItems(ctx, site, await findAnswers(ctx, site.id, ids)),
  count: async (siteId) => ({
    waiting: await countAnswers(ctx, siteId, 'waiting'),
    reported: await countAnswers(ctx, siteId, 'reported'),
  }),
  histories: (siteId, visitors) => countDecided(ctx, siteId, visitors),
  reportable: (site, id) => reportable(ctx, site, id),
  decide: (site, ids, decision, reason) => decide(ctx, site, { ids: [...ids], decision }, reason),
});

/** Public questions and answers to them, as the one queue lists them and decides about them. */
export const moderatedKnowledge = (ctx: Context): readonly ModeratedKind[] => [
  kindOfAnswers(ctx),
  moderatedQuestions(ctx),
];
