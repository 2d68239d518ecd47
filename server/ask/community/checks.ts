import type { FieldCode } from '../../../shared/core/errors.ts';
import type { Context } from '../../context.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { findAnswers } from '../queries/community.ts';
import type { AnswerRow } from '../queries/answers.ts';
import { findPublished, type QuestionRow } from '../queries/questions.ts';

export const refuse = (field: string, code: FieldCode): Failure =>
  new Failure('invalid', 'A field isn’t valid.', { fields: { [field]: code } });

/** A public question, or the one that it is a duplicate of. @throws Failure `not_found` */
export const publicQuestion = async (ctx: Context, site: Site, id: string): Promise<QuestionRow> => {
  const row = await findPublished(ctx, site.id, id);
  const original = row?.duplicateOf ? await findPublished(ctx, site.id, row.duplicateOf) : null;
  const found = original ?? row;
  if (!found) throw notFound();
  return found;
};

/** Visitors vote and follow only where they may answer. @throws Failure `forbidden` */
export const requireCommunity = (site: Site): void => {
  if (site.settings.communityAnswers === 'off')
    throw new Failure('forbidden', 'Visitors don’t answer questions on this site.');
};

/** An answer that everybody can read. @throws Failure `not_found` */
export const publicAnswer = async (
  ctx: Context,
  site: Site,
  id: string,
): Promise<{ answer: AnswerRow; question: QuestionRow }> => {
  const [answer] = await findAnswers(ctx, site.id, [id]);
  const question = answer && (await findPublished(ctx, site.id, answer.questionId));
  if (answer?.state !== 'public' || !question) throw notFound();
  return { answer, question };
};
