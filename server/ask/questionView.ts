import type { Answer, PublicQuestion } from '../../shared/ask/schema.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { type AnswerRow, listAnswers } from './queries/answers.ts';
import { listMerged, listSplits } from './queries/community.ts';
import { findPublished, type QuestionRow } from './queries/questions.ts';
import { questionPath, takesAnswers } from './rules.ts';

/** A public answer as its readers get it. */
export const toAnswerView = (row: AnswerRow): Answer => ({
  id: row.id,
  author: row.authorName,
  kind: row.authorKind,
  verified: row.verified,
  at: row.createdAt,
  editedAt: row.editedAt,
  rich: row.rich,
  official: row.official,
  accepted: row.accepted,
  helpful: row.helpful,
  correction:
    row.correctionRich && row.correctedAt !== null
      ? { rich: row.correctionRich, by: row.correctedBy, at: row.correctedAt }
      : null,
});

/** A public question as its readers get it: with what was said of those that are the same. */
export const toQuestionView = async (ctx: Context, site: Site, row: QuestionRow): Promise<PublicQuestion> => {
  const merged = await listMerged(ctx, site.id, row.id);
  const answers = await listAnswers(
    ctx,
    site.id,
    merged.map(({ id }) => id),
  );
  const linkTo = ({ id, title, slug }: Pick<QuestionRow, 'id' | 'title' | 'slug'>) => ({
    id,
    title,
    path: questionPath(site.key, id, slug),
  });
  const splits = await listSplits(
    ctx,
    site.id,
    merged.map(({ id }) => id),
  );
  const first = row.splitFrom === null ? null : await findPublished(ctx, site.id, row.splitFrom);
  return {
    id: row.id,
    title: row.title,
    details: row.detailsRich,
    language: row.language,
    category: row.category,
    askedBy: row.askedBy,
    at: row.createdAt,
    answers: answers.map(toAnswerView),
    meToo: merged.reduce((sum, { meToo }) => sum + meToo, 0),
    isCommunity: site.settings.communityAnswers !== 'off',
    takesAnswers: takesAnswers(site, row),
    closed: row.closedAt === null ? null : { reason: row.closedReason, at: row.closedAt },
    path: questionPath(site.key, row.id, row.slug),
    solved: row.solved,
    splitFrom: first && linkTo(first),
    editedAt: row.editedAt,
    splits: splits.map((split) => ({ ...linkTo(split), answer: split.answer })),
  };
};
