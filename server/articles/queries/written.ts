import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { articles, articleTexts } from '../tables.ts';

type Reads = Pick<Context, 'database'>;

/** Articles that were written from a conversation, or from the question that was made of it. */
export const listWritten = (
  ctx: Reads,
  siteId: string,
  { conversation, question }: { conversation: string | null; question: string | null },
) =>
  conversation === null && question === null
    ? Promise.resolve([])
    : ctx.database.read
        .select()
        .from(articles)
        .where(
          and(
            eq(articles.siteId, siteId),
            or(
              question === null ? undefined : eq(articles.questionId, question),
              conversation === null ? undefined : eq(articles.conversationId, conversation),
            ),
          ),
        )
        .orderBy(articles.id);

/** Texts of articles that were written from some questions, or from the conversations of these, and that everybody reads. */
export const listPublishedFrom = async (
  ctx: Reads,
  siteId: string,
  asked: readonly { id: string; conversation: string | null }[],
) => {
  const conversations = asked.flatMap(({ conversation }) => conversation ?? []);
  return ctx.database.read
    .select({
      id: articleTexts.id,
      language: articleTexts.language,
      questionId: articles.questionId,
      conversationId: articles.conversationId,
    })
    .from(articleTexts)
    .innerJoin(
      articles,
      and(eq(articles.siteId, articleTexts.siteId), eq(articles.id, articleTexts.articleId)),
    )
    .where(
      and(
        eq(articleTexts.siteId, siteId),
        eq(articles.audience, 'public'),
        isNotNull(articleTexts.publicTitle),
        or(
          inArray(
            articles.questionId,
            asked.map(({ id }) => id),
          ),
          conversations.length ? inArray(articles.conversationId, conversations) : undefined,
        ),
      ),
    );
};
