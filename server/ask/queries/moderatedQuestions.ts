import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { History } from '../../../shared/core/moderation/schema.ts';
import type { ModeratedState, QueueState } from '../../../shared/core/moderation/states.ts';
import type { Context } from '../../context.ts';
import { likeLiteral } from '../../core/db/like.ts';
import type { ItemQuery } from '../../core/moderation/kind.ts';
import { isReported } from '../../core/moderation/reports/queries.ts';
import { questions, questionVersions } from '../tables.ts';
import type { QuestionRow } from './questions.ts';

type Db = Pick<Context, 'database'>;

/** The place of a question in the queue; null for one that isn't, or never was, public. */
export const stateOfQuestion = (row: QuestionRow): ModeratedState | null =>
  row.goneAt !== null ? null : row.published ? 'public' : row.withdrawn;

const inState = (siteId: string, state: QueueState) =>
  and(
    eq(questions.siteId, siteId),
    isNull(questions.goneAt),
    state === 'public' || state === 'reported'
      ? eq(questions.published, true)
      : and(eq(questions.published, false), eq(questions.withdrawn, state)),
    state === 'reported' ? isReported(siteId, questions.id) : undefined,
    // What the team wrote or brought along is none of visitors'.
    state === 'public' ? isNotNull(questions.askerId) : undefined,
  );

const holdsWords = (search: string) => {
  const pattern = `%${likeLiteral(search.toLowerCase())}%`;
  return sql`(lower(${questions.title}) like ${pattern} escape '\\' or lower(${questions.details}) like ${pattern} escape '\\')`;
};

/** Questions in a state for moderators: those that wait the oldest first, others the newest first. */
export const listModeratedQuestions = (
  ctx: Db,
  siteId: string,
  { state, search, author, after, limit }: ItemQuery,
): Promise<QuestionRow[]> => {
  const [further, order] = state === 'waiting' ? [gt, asc] : [lt, desc];
  return ctx.database.read
    .select()
    .from(questions)
    .where(
      and(
        inState(siteId, state),
        author === undefined ? undefined : eq(questions.askerId, author),
        search ? holdsWords(search) : undefined,
        after
          ? or(
              further(questions.createdAt, after.at),
              and(eq(questions.createdAt, after.at), further(questions.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(order(questions.createdAt), order(questions.id))
    .limit(limit);
};

export const countModeratedQuestions = async (
  ctx: Db,
  siteId: string,
  state: QueueState,
): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ total: count().mapWith(Number) })
    .from(questions)
    .where(inState(siteId, state));
  return row?.total ?? 0;
};

/**
 * Counts the questions of some visitors that moderators hid. That the team published what somebody asked says nothing of
 * what they write themselves.
 */
export const countRefusedQuestions = async (
  ctx: Db,
  siteId: string,
  askers: readonly string[],
): Promise<Map<string, History>> => {
  if (askers.length === 0) return new Map();
  const rows = await ctx.database.read
    .select({ id: questions.askerId, refused: count().mapWith(Number) })
    .from(questions)
    .where(and(inState(siteId, 'hidden'), inArray(questions.askerId, [...askers])))
    .groupBy(questions.askerId);
  return new Map(
    rows.flatMap(({ id, refused }) => (id === null ? [] : [[id, { approved: 0, refused }] as const])),
  );
};

/** Earlier words of a question, the newest first. */
export const listQuestionVersions = (ctx: Db, siteId: string, questionId: string) =>
  ctx.database.read
    .select()
    .from(questionVersions)
    .where(and(eq(questionVersions.siteId, siteId), eq(questionVersions.questionId, questionId)))
    .orderBy(desc(questionVersions.at), desc(questionVersions.id))
    .limit(100);
