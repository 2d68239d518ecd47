import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { QueueState } from '../../../shared/core/moderation/states.ts';
import { isReported } from '../../core/moderation/reports/queries.ts';
import type { History } from '../../../shared/core/moderation/schema.ts';
import type { Context } from '../../context.ts';
import { likeLiteral } from '../../core/db/like.ts';
import { conversations } from '../../core/conversations/tables.ts';
import { answers, answerVersions, questions, questionVotes } from '../tables.ts';
import type { AnswerRow } from './answers.ts';
import type { QuestionRow } from './questions.ts';

type Db = Pick<Context, 'database'>;

/** A question and those that staff said are the same: what was said of each is said of all. */
export const listMerged = (
  ctx: Db,
  siteId: string,
  id: string,
): Promise<Pick<QuestionRow, 'id' | 'meToo' | 'conversationId' | 'askerId'>[]> =>
  ctx.database.read
    .select({
      id: questions.id,
      meToo: questions.meToo,
      conversationId: questions.conversationId,
      askerId: questions.askerId,
    })
    .from(questions)
    .where(and(eq(questions.siteId, siteId), or(eq(questions.id, id), eq(questions.duplicateOf, id))))
    .orderBy(asc(questions.id))
    .limit(500);

/** Counts each visitor's public contributions. */
export const countPublic = async (
  ctx: Db,
  siteId: string,
  authors: string[],
): Promise<Map<string, number>> => {
  if (authors.length === 0) return new Map();
  const rows = await ctx.database.read
    .select({ id: answers.authorId, total: count().mapWith(Number) })
    .from(answers)
    .where(
      and(
        eq(answers.siteId, siteId),
        eq(answers.authorKind, 'visitor'),
        inArray(answers.authorId, authors),
        eq(answers.state, 'public'),
      ),
    )
    .groupBy(answers.authorId);
  return new Map(rows.flatMap(({ id, total }) => (id === null ? [] : [[id, total] as const])));
};

/** True when the same words of the same visitor are there for a question since an instant. */
export const isRepeatedAnswer = async (
  ctx: Db,
  siteId: string,
  of: { questionId: string; authorId: string; body: string; since: number },
): Promise<boolean> => {
  const [row] = await ctx.database.read
    .select({ id: answers.id })
    .from(answers)
    .where(
      and(
        eq(answers.siteId, siteId),
        eq(answers.authorId, of.authorId),
        gte(answers.createdAt, of.since),
        eq(answers.questionId, of.questionId),
        eq(answers.body, of.body),
      ),
    )
    .limit(1);
  return row !== undefined;
};

/** A visitor's answers to some questions that are not taken away. */
export const listOwnAnswers = (
  ctx: Db,
  siteId: string,
  questionIds: string[],
  authorId: string,
): Promise<AnswerRow[]> =>
  ctx.database.read
    .select()
    .from(answers)
    .where(
      and(
        eq(answers.siteId, siteId),
        eq(answers.authorKind, 'visitor'),
        eq(answers.authorId, authorId),
        inArray(answers.questionId, questionIds),
        inArray(answers.state, ['public', 'waiting']),
      ),
    )
    .orderBy(asc(answers.createdAt), asc(answers.id))
    .limit(50);

/** Public questions that answers of some questions became, with the answers. */
export const listSplits = (ctx: Db, siteId: string, questionIds: readonly string[]) =>
  ctx.database.read
    .select({ answer: answers.id, id: questions.id, title: questions.title, slug: questions.slug })
    .from(answers)
    .innerJoin(questions, and(eq(questions.siteId, answers.siteId), eq(questions.id, answers.movedTo)))
    .where(
      and(
        eq(answers.siteId, siteId),
        inArray(answers.questionId, [...questionIds]),
        eq(questions.published, true),
        isNull(questions.duplicateOf),
      ),
    )
    .orderBy(asc(answers.createdAt), asc(answers.id))
    .limit(50);

/** Lists which of some answers and questions a visitor voted for. */
export const listVotedFor = async (
  ctx: Db,
  siteId: string,
  visitorId: string,
  subjects: string[],
): Promise<Set<string>> => {
  if (subjects.length === 0) return new Set();
  const rows = await ctx.database.read
    .select({ id: questionVotes.subjectId })
    .from(questionVotes)
    .where(
      and(
        eq(questionVotes.siteId, siteId),
        eq(questionVotes.visitorId, visitorId),
        inArray(questionVotes.subjectId, subjects),
      ),
    );
  return new Set(rows.map(({ id }) => id));
};

/** True for the visitor of one of some conversations. */
export const hasAsked = async (
  ctx: Db,
  siteId: string,
  conversationIds: string[],
  visitorId: string,
): Promise<boolean> => {
  if (conversationIds.length === 0) return false;
  const [row] = await ctx.database.read
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.siteId, siteId),
        eq(conversations.visitorId, visitorId),
        inArray(conversations.id, conversationIds),
      ),
    )
    .limit(1);
  return row !== undefined;
};

export const findAnswers = async (ctx: Db, siteId: string, ids: readonly string[]): Promise<AnswerRow[]> =>
  ids.length === 0
    ? []
    : ctx.database.read
        .select()
        .from(answers)
        .where(and(eq(answers.siteId, siteId), inArray(answers.id, [...ids])));

const holdsWords = (search: string) => {
  const pattern = `%${likeLiteral(search.toLowerCase())}%`;
  return sql`(lower(${answers.body}) like ${pattern} escape '\\' or lower(${answers.authorName}) like ${pattern} escape '\\')`;
};

/** Counts what of some visitors is public, and what was hidden; what they took away themselves is neither. */
export const countDecided = async (
  ctx: Db,
  siteId: string,
  authors: readonly string[],
): Promise<Map<string, History>> => {
  if (authors.length === 0) return new Map();
  const rows = await ctx.database.read
    .select({
      id: answers.authorId,
      approved:
        sql<number>`sum(case when ${answers.state} = 'public' or ${answers.movedTo} is not null then 1 else 0 end)`.mapWith(
          Number,
        ),
      refused:
        sql<number>`sum(case when ${answers.state} = 'hidden' and ${answers.movedTo} is null and ${answers.body} <> '' then 1 else 0 end)`.mapWith(
          Number,
        ),
    })
    .from(answers)
    .where(
      and(
        eq(answers.siteId, siteId),
        eq(answers.authorKind, 'visitor'),
        inArray(answers.authorId, [...authors]),
      ),
    )
    .groupBy(answers.authorId);
  return new Map(
    rows.flatMap(({ id, approved, refused }) => (id === null ? [] : [[id, { approved, refused }] as const])),
  );
};

const inState = (siteId: string, state: QueueState) =>
  state === 'reported'
    ? and(eq(answers.state, 'public'), isReported(siteId, answers.id))
    : eq(answers.state, state);

/** Answers in a state with their questions: those that wait the oldest first, others the newest first. */
export const listForStaff = (
  ctx: Db,
  siteId: string,
  query: {
    /** `reported` is what readers reported, and everybody still sees. */
    state: QueueState;
    question?: string | undefined;
    /** The visitor who wrote them; undefined for anybody. */
    author?: string | undefined;
    /** Words that text or name hold. */
    search?: string | undefined;
    after: { at: number; id: string } | null;
  },
  limit: number,
): Promise<AnswerRow[]> => {
  const { state, question, author, search, after } = query;
  const isQueue = state === 'waiting';
  const beyond = isQueue
    ? after &&
      or(gt(answers.createdAt, after.at), and(eq(answers.createdAt, after.at), gt(answers.id, after.id)))
    : after &&
      or(lt(answers.createdAt, after.at), and(eq(answers.createdAt, after.at), lt(answers.id, after.id)));
  return ctx.database.read
    .select()
    .from(answers)
    .where(
      and(
        eq(answers.siteId, siteId),
        inState(siteId, state),
        question === undefined ? undefined : eq(answers.questionId, question),
        author === undefined
          ? undefined
          : and(eq(answers.authorKind, 'visitor'), eq(answers.authorId, author)),
        search ? holdsWords(search) : undefined,
        beyond ?? undefined,
      ),
    )
    .orderBy(
      isQueue ? asc(answers.createdAt) : desc(answers.createdAt),
      isQueue ? asc(answers.id) : desc(answers.id),
    )
    .limit(limit);
};

/** Answers that wait: of a site, or of one question. */
export const countWaitingAnswers = (ctx: Db, siteId: string, questionId?: string): Promise<number> =>
  countAnswers(ctx, siteId, 'waiting', questionId);

/** Counts answers in a state: of a site, or of one question. */
export const countAnswers = async (
  ctx: Db,
  siteId: string,
  state: QueueState,
  questionId?: string,
): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ total: count().mapWith(Number) })
    .from(answers)
    .where(
      and(
        eq(answers.siteId, siteId),
        inState(siteId, state),
        questionId === undefined ? undefined : eq(answers.questionId, questionId),
      ),
    );
  return row?.total ?? 0;
};

/** Earlier versions of an answer, the newest first. */
export const listVersions = (ctx: Db, siteId: string, answerId: string) =>
  ctx.database.read
    .select()
    .from(answerVersions)
    .where(and(eq(answerVersions.siteId, siteId), eq(answerVersions.answerId, answerId)))
    .orderBy(desc(answerVersions.at), desc(answerVersions.id))
    .limit(100);
