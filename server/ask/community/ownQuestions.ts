import type { EditQuestionBody } from '../../../shared/ask/answerSchema.ts';
import { newId } from '../../../shared/core/ids.ts';
import { hasVisibleText } from '../../../shared/core/visibleText.ts';
import type { Context } from '../../context.ts';
import { assertPresent } from '../../core/assertPresent.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import { readWriting, type Sender } from '../../core/moderation/writing.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { refuseBlocked, type Visitor } from '../../core/people/visitors/visitor.ts';
import { listAnswers } from '../queries/answers.ts';
import { hasAsked } from '../queries/community.ts';
import { stateOfQuestion } from '../queries/moderatedQuestions.ts';
import { findQuestionById, type QuestionRow } from '../queries/questions.ts';
import { slugOf } from '../rules.ts';
import { questionChangedEvent } from '../searchSource.ts';
import { keepQuestionVersion, updateQuestion } from '../writes/questions.ts';
import { requireCommunity } from './checks.ts';
import { answerEvent } from './events.ts';
import { columnsOf } from './moderatedQuestions.ts';

/* A question that its asker changes. */

/** Whether a visitor asked exactly this question. */
const isAsker = async (ctx: Context, site: Site, visitor: Visitor, row: QuestionRow): Promise<boolean> =>
  row.askerId === visitor.id ||
  (row.conversationId !== null && (await hasAsked(ctx, site.id, [row.conversationId], visitor.id)));

/** A visitor's own question that is public, or waits for moderators. @throws Failure `not_found` */
export const ownQuestion = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
): Promise<QuestionRow> => {
  requireCommunity(site);
  const row = await findQuestionById(ctx, site.id, id);
  const state = row && stateOfQuestion(row);
  if (!row || row.duplicateOf !== null || (state !== 'public' && state !== 'waiting')) throw notFound();
  if (!(await isAsker(ctx, site, visitor, row))) throw notFound();
  return row;
};

/** Whether its asker may still change a question: the team's official answer is to what they read. */
export const isOpenToChange = async (ctx: Context, site: Site, row: QuestionRow): Promise<boolean> =>
  !(await listAnswers(ctx, site.id, [row.id])).some(({ official }) => official);

/** Whether a visitor may change a question. */
export const mayEdit = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  row: QuestionRow,
): Promise<boolean> => (await isAsker(ctx, site, visitor, row)) && isOpenToChange(ctx, site, row);

/** The part of a changed question that is in the words of whoever asked: an erasure takes it away. */
const ownWordsOf = (row: QuestionRow, title: string): QuestionRow['ownWords'] =>
  title !== row.title || row.ownWords === 'title' ? 'title' : 'details';

/**
 * Changes a visitor's own question: what it said is kept, its old address leads to the new one, and what was let through
 * is looked at again.
 * @throws Failure `not_found`, `forbidden` once there is an official answer, `challenge`, `invalid` with the field
 */
export const editQuestion = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  given: EditQuestionBody,
  sender: Sender,
): Promise<QuestionRow> => {
  const row = await ownQuestion(ctx, site, visitor, id);
  const title = given.title.trim();
  const details = hasVisibleText(given.details) ? given.details : '';
  if (row.title === title && row.details === details) return row;
  refuseBlocked(visitor);
  if (!(await isOpenToChange(ctx, site, row)))
    throw new Failure('forbidden', 'A question with an official answer is changed by the team.');
  const { rich, state, reason } = await readWriting(ctx, site, visitor, {
    ...given,
    ...sender,
    ...{ title, body: details, name: row.askedBy, field: details ? 'details' : 'title' },
    mode: site.settings.communityQuestions === 'trusted' ? 'first' : 'always',
    edited: row.published ? 'public' : 'waiting',
  });
  const now = ctx.clock.now();
  await ctx.database.commit({
    site: site.id,
    events: [answerEvent('changed', id), questionChangedEvent(id)],
    write: (tx) => [
      keepQuestionVersion(tx, {
        ...{ siteId: site.id, id: newId(now), questionId: id, staffId: null, at: now },
        ...{ title: row.title, details: row.details },
      }),
      updateQuestion(tx, site.id, id, {
        ...columnsOf(state, reason ?? row.reason, now),
        ...{ title, details, detailsRich: rich, slug: slugOf(title), editedAt: now, vetted: false },
        ownWords: ownWordsOf(row, title),
      }),
    ],
  });
  return assertPresent(await findQuestionById(ctx, site.id, id), 'it was just written');
};
