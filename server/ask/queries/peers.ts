import { and, desc, eq, gte, isNull, lt, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { answers, questions } from '../tables.ts';

/** Questions looked at for a figure. */
const maxMeasured = 2_000;

/** Public questions of a time, the newest first, with when a visitor first answered; null for never. */
export const listFirstPeerAnswers = (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  since: number,
  until: number,
): Promise<{ askedAt: number; answeredAt: number | null }[]> =>
  ctx.database.read
    .select({
      askedAt: questions.createdAt,
      answeredAt: sql<number | null>`min(${answers.createdAt})`.mapWith((at) =>
        at === null ? null : Number(at),
      ),
    })
    .from(questions)
    .leftJoin(
      answers,
      and(
        eq(answers.siteId, questions.siteId),
        eq(answers.questionId, questions.id),
        eq(answers.authorKind, 'visitor'),
        eq(answers.state, 'public'),
      ),
    )
    .where(
      and(
        eq(questions.siteId, siteId),
        eq(questions.published, true),
        isNull(questions.duplicateOf),
        // An import's dates are another system's.
        isNull(questions.sourceId),
        gte(questions.createdAt, since),
        lt(questions.createdAt, until),
      ),
    )
    .groupBy(questions.id, questions.createdAt)
    .orderBy(desc(questions.createdAt))
    .limit(maxMeasured);
