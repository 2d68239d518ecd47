import { and, asc, countDistinct, desc, eq, gt, inArray } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { answers, questions, suggestionEvents } from '../tables.ts';
import type { QuestionRow } from './questions.ts';

export type AnswerRow = typeof answers.$inferSelect;

/** The order of answers: official, accepted, by how many they helped, the oldest first. */
export const answerOrder = [
  desc(answers.official),
  desc(answers.accepted),
  desc(answers.helpful),
  asc(answers.createdAt),
  asc(answers.id),
];

/** Public answers of some questions, in their order. */
export const listAnswers = (ctx: Context, siteId: string, questionIds: string[]): Promise<AnswerRow[]> =>
  ctx.database.read
    .select()
    .from(answers)
    .where(
      and(eq(answers.siteId, siteId), inArray(answers.questionId, questionIds), eq(answers.state, 'public')),
    )
    .orderBy(...answerOrder);

export const findAnswer = async (ctx: Context, siteId: string, id: string): Promise<AnswerRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(answers)
    .where(and(eq(answers.siteId, siteId), eq(answers.id, id)))
    .limit(1);
  return row ?? null;
};

/** The answer that was made of a staff message. */
export const findAnswerOfMessage = async (
  ctx: Context,
  siteId: string,
  questionId: string,
  messageId: string,
): Promise<AnswerRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(answers)
    .where(
      and(eq(answers.siteId, siteId), eq(answers.questionId, questionId), eq(answers.messageId, messageId)),
    )
    .limit(1);
  return row ?? null;
};

/** The answer that came with a question from a file: the first one, in whatever state it is now. */
export const findImportedAnswer = async (
  ctx: Context,
  siteId: string,
  questionId: string,
): Promise<AnswerRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(answers)
    .where(
      and(eq(answers.siteId, siteId), eq(answers.questionId, questionId), eq(answers.authorKind, 'imported')),
    )
    .orderBy(asc(answers.createdAt), asc(answers.id))
    .limit(1);
  return row ?? null;
};

/** A question by where an import took it from. */
export const findBySource = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  sourceId: string,
): Promise<QuestionRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(questions)
    .where(and(eq(questions.siteId, siteId), eq(questions.sourceId, sourceId)))
    .limit(1);
  return row ?? null;
};

/** Sessions and addresses that said a kind of thing of a question after typing the same words, since an instant. */
export const countVoters = async (
  ctx: Context,
  siteId: string,
  of: { questionId: string; phrase: string; kind: 'solved' | 'not_quite'; since: number },
): Promise<{ sessions: number; voters: number }> => {
  const [row] = await ctx.database.read
    .select({
      sessions: countDistinct(suggestionEvents.session).mapWith(Number),
      voters: countDistinct(suggestionEvents.voter).mapWith(Number),
    })
    .from(suggestionEvents)
    .where(
      and(
        eq(suggestionEvents.siteId, siteId),
        eq(suggestionEvents.questionId, of.questionId),
        eq(suggestionEvents.kind, of.kind),
        eq(suggestionEvents.phrase, of.phrase),
        gt(suggestionEvents.at, of.since),
      ),
    );
  return row ?? { sessions: 0, voters: 0 };
};
