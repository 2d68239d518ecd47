import type { OwnPart } from '../../../shared/ask/answerSchema.ts';
import type { Context } from '../../context.ts';
import { Failure } from '../../core/http/failure.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { originOf } from '../../core/moderation/voice.ts';
import { refuseBlocked, type Visitor } from '../../core/people/visitors/visitor.ts';
import { insertVisitor } from '../../core/people/visitors/writes.ts';
import { listAnswers } from '../queries/answers.ts';
import { hasAsked, listMerged, listOwnAnswers, listVotedFor } from '../queries/community.ts';
import type { QuestionRow } from '../queries/questions.ts';
import { questionChangedEvent } from '../searchSource.ts';
import { updateAnswer } from '../writes/answers.ts';
import { acceptOnly, setVoice } from '../writes/community.ts';
import { publicAnswer, publicQuestion, refuse, requireCommunity } from './checks.ts';
import { toOwnView } from './answering.ts';
import { mayEdit } from './ownQuestions.ts';
import { answerEvent } from './events.ts';

/** Whether a visitor asked a question, or one that is the same. */
const isAskerOf = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  questionId: string,
): Promise<boolean> => {
  const merged = await listMerged(ctx, site.id, questionId);
  if (merged.some(({ askerId }) => askerId === visitor.id)) return true;
  const conversations = merged.flatMap(({ conversationId }) => conversationId ?? []);
  return hasAsked(ctx, site.id, conversations, visitor.id);
};

/** The part of a question that is about one visitor. */
export const ownPartOf = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  question: QuestionRow,
): Promise<OwnPart> => {
  const ids = (await listMerged(ctx, site.id, question.id)).map(({ id }) => id);
  const answers = (await listAnswers(ctx, site.id, ids)).map(({ id }) => id);
  const voted = await listVotedFor(ctx, site.id, visitor.id, [...ids, ...answers]);
  return {
    isAsker: await isAskerOf(ctx, site, visitor, question.id),
    canEdit: await mayEdit(ctx, site, visitor, question),
    meToo: ids.some((id) => voted.has(id)),
    helped: answers.filter((id) => voted.has(id)),
    answers: (await listOwnAnswers(ctx, site.id, ids, visitor.id)).map(toOwnView),
  };
};

/** A vote as it is given: for or against, in which language, from where. */
interface Given {
  value: boolean;
  language: string;
  address: string;
}

/** Says that an answer helped, or takes it back; once a person. Nobody votes for their own. */
export const voteHelpful = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  { value, language, address }: Given,
): Promise<void> => {
  requireCommunity(site);
  const { answer } = await publicAnswer(ctx, site, id);
  refuseBlocked(visitor);
  if (answer.authorId === visitor.id) throw refuse('value', 'not_allowed');
  const { origin } = await originOf(ctx, site, visitor, id, address);
  const now = ctx.clock.now();
  await ctx.database.commit({
    site: site.id,
    events: [questionChangedEvent(answer.questionId)],
    write: (tx) => [
      ...(visitor.isNew ? insertVisitor(tx, visitor, { language }, now) : []),
      ...setVoice(
        tx,
        { siteId: site.id, subjectId: id, visitorId: visitor.id, origin, at: now },
        'answer',
        value,
      ),
    ],
  });
};

/** Says that a question is the visitor's, too, or takes it back; once a person. */
export const voteMeToo = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  questionId: string,
  { value, language, address }: Given,
): Promise<void> => {
  requireCommunity(site);
  const question = await publicQuestion(ctx, site, questionId);
  refuseBlocked(visitor);
  if (await isAskerOf(ctx, site, visitor, question.id)) throw refuse('value', 'not_allowed');
  const { origin } = await originOf(ctx, site, visitor, question.id, address);
  const now = ctx.clock.now();
  await ctx.database.commit({
    site: site.id,
    events: [questionChangedEvent(question.id)],
    write: (tx) => [
      ...(visitor.isNew ? insertVisitor(tx, visitor, { language }, now) : []),
      ...setVoice(
        tx,
        { siteId: site.id, subjectId: question.id, visitorId: visitor.id, origin, at: now },
        'question',
        value,
      ),
    ],
  });
};

/** Accepts an answer, or takes that back; by who asked. One a question is accepted. */
export const acceptAnswer = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  accepted: boolean,
): Promise<void> => {
  const { answer } = await publicAnswer(ctx, site, id);
  if (!(await isAskerOf(ctx, site, visitor, answer.questionId)))
    throw new Failure('forbidden', 'Only the person who asked can accept an answer.');
  await setAccepted(ctx, site, answer, accepted);
};

/** Marks an answer as accepted, and no other of its question. */
export const setAccepted = async (
  ctx: Context,
  site: Site,
  answer: { id: string; questionId: string; accepted: boolean },
  accepted: boolean,
): Promise<void> => {
  if (answer.accepted === accepted) return;
  await ctx.database.commit({
    site: site.id,
    events: [
      answerEvent(accepted ? 'accepted' : 'changed', answer.id),
      questionChangedEvent(answer.questionId),
    ],
    write: (tx) => [
      ...(accepted ? [acceptOnly(tx, site.id, answer.questionId, answer.id)] : []),
      updateAnswer(tx, site.id, answer.id, { accepted }),
    ],
  });
};
