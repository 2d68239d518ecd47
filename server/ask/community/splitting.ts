import type { SplitBody, SplitReply } from '../../../shared/ask/answerSchema.ts';
import type { Context } from '../../context.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { findVisitorRow, hasProven } from '../../core/people/visitors/queries.ts';
import { derivedId } from '../../core/derivedId.ts';
import { type AnswerRow, findAnswer } from '../queries/answers.ts';
import { listMerged } from '../queries/community.ts';
import { listFollowers } from '../queries/followers.ts';
import { findQuestionById, type QuestionRow } from '../queries/questions.ts';
import { questionPath, slugOf } from '../rules.ts';
import { questionChangedEvent } from '../searchSource.ts';
import { updateAnswer } from '../writes/answers.ts';
import { insertFollower } from '../writes/followers.ts';
import { insertNewQuestion, updateQuestion } from '../writes/questions.ts';
import { refuse } from './checks.ts';
import { answerEvent } from './events.ts';
import { askerFollowId } from './jobs.ts';

/*
 * An answer that asks something of its own becomes a question: its words are the new question's, its writer the one who
 * asked. The answer's place leads there, and the question back. Undone, what was said in the new one is said in the first.
 */

type Follow = Parameters<typeof insertFollower>[1];

/** The follow of who wrote the answer: they hear of answers to what they asked. */
const followOf = async (
  ctx: Context,
  site: Site,
  { authorKind, authorId }: AnswerRow,
  question: { id: string; language: string },
): Promise<Follow[]> => {
  const visitor = authorKind === 'visitor' && authorId ? await findVisitorRow(ctx, site.id, authorId) : null;
  const email = visitor?.email;
  if (!visitor || !email) return [];
  const now = ctx.clock.now();
  const follow: Follow = {
    siteId: site.id,
    id: askerFollowId(site.id, question.id, visitor.id),
    questionId: question.id,
    email,
    language: visitor.language || question.language,
    isAsker: true,
    confirmedAt: hasProven(visitor, email) ? now : null,
    createdAt: now,
  };
  return [follow];
};

/** Followers that a split takes along, at most. */
const maxFollowers = 2_000;

/** The follows of those who follow the first question: they hear of answers to what was split off of it, too. */
const followersOf = async (
  ctx: Context,
  site: Site,
  { id, duplicateOf }: QuestionRow,
  questionId: string,
): Promise<Follow[]> => {
  const merged = await listMerged(ctx, site.id, duplicateOf ?? id);
  const followers = await listFollowers(
    ctx,
    site.id,
    merged.map((one) => one.id),
  );
  const now = ctx.clock.now();
  return [...new Map(followers.map((one) => [one.email, one])).values()]
    .slice(0, maxFollowers)
    .map(({ id: follow, endedAt: _, ...row }) => ({
      ...row,
      ...{ id: derivedId(site.id, 'split follows', questionId, follow), questionId },
      // Who asked the first didn't ask this.
      ...{ isAsker: false, createdAt: now },
    }));
};

const replyOf = (site: Site, { id, title, slug }: QuestionRow): SplitReply => ({
  question: { id, title, path: questionPath(site.key, id, slug) },
});

/** An answer and the question that it is, or was, one to. @throws Failure `not_found` */
const loaded = async (ctx: Context, site: Site, answerId: string) => {
  const answer = await findAnswer(ctx, site.id, answerId);
  const question = answer && (await findQuestionById(ctx, site.id, answer.questionId));
  if (!answer || !question?.published) throw notFound();
  return { answer, question };
};

/**
 * Splits a public answer off as a question. The same id again changes nothing.
 * @throws Failure `invalid` for an answer that isn't public or was a reply to a conversation, `conflict` for a used id
 */
export const splitAnswer = async (
  ctx: Context,
  site: Site,
  answerId: string,
  { id, title, details, language, followers = true }: SplitBody,
  staffId: string,
): Promise<SplitReply> => {
  const { answer, question } = await loaded(ctx, site, answerId);
  const before = await findQuestionById(ctx, site.id, id);
  if (before && answer.movedTo === id) return replyOf(site, before);
  if (before) throw new Failure('conflict', 'This ID has already been used for something else.');
  if (answer.state !== 'public' || answer.messageId !== null) throw refuse('answer', 'not_allowed');
  const now = ctx.clock.now();
  const isVisitors = answer.authorKind === 'visitor';
  const detailsRich = await ctx.renderer.render(details, { site: site.id, person: staffId });
  const own = await followOf(ctx, site, answer, { id, language });
  const others = followers ? await followersOf(ctx, site, question, id) : [];
  await ctx.database.commit({
    site: site.id,
    events: [answerEvent('changed', answer.id), questionChangedEvent(question.id), questionChangedEvent(id)],
    write: (tx) => [
      insertNewQuestion(tx, {
        siteId: site.id,
        id,
        conversationId: null,
        title,
        details,
        detailsRich,
        language,
        category: question.category,
        slug: slugOf(title),
        // They named themselves beside these words, in public.
        askedBy: isVisitors ? answer.authorName : '',
        askerId: isVisitors ? answer.authorId : null,
        ownWords: isVisitors ? 'details' : 'none',
        published: true,
        solved: 0,
        splitFrom: question.id,
        createdAt: answer.createdAt,
        updatedAt: now,
      }),
      updateAnswer(tx, site.id, answer.id, {
        state: 'hidden',
        movedTo: id,
        official: false,
        accepted: false,
      }),
      ...[...own, ...others].map((follow) => insertFollower(tx, follow).decisive),
    ],
  });
  const made = await findQuestionById(ctx, site.id, id);
  if (!made) throw new Failure('conflict', 'This ID has already been used for something else.');
  return replyOf(site, made);
};

/** Puts an answer back; what was said of the question that it became is said of the first. Again, it is back already. */
export const joinAnswer = async (ctx: Context, site: Site, answerId: string): Promise<void> => {
  const { answer, question } = await loaded(ctx, site, answerId);
  if (answer.movedTo === null) return;
  const { movedTo } = answer;
  const of = question.duplicateOf ?? question.id;
  await ctx.database.commit({
    site: site.id,
    events: [answerEvent('changed', answer.id), questionChangedEvent(of), questionChangedEvent(movedTo)],
    write: (tx) => [
      updateAnswer(tx, site.id, answer.id, { state: 'public', movedTo: null }),
      // Its address leads on, and its answers and followers come along.
      updateQuestion(tx, site.id, movedTo, { duplicateOf: of, updatedAt: ctx.clock.now() }),
    ],
  });
};
