import { and, eq, inArray, sql } from 'drizzle-orm';
import { isOfOwn } from '../../core/conversations/queries/personalData.ts';
import { batchSize, type Person } from '../../core/people/privacy/person.ts';
import type { PersonalData } from '../../core/people/privacy/personalData.ts';
import { pageOfRows, personalTable } from '../../core/people/privacy/queries/rows.ts';
import { articleChanged } from '../rules.ts';
import { articles, articleTexts } from '../tables.ts';
import { removeText } from '../writes/articles.ts';

const articleTable = {
  kind: 'drafts',
  table: articles,
  key: articles.id,
  of: (person: Person) => isOfOwn(articles.conversationId, person),
} as const;

/** Texts that are as they were begun from a conversation: nobody has worked on them, and nobody but the team reads them. */
const draftTable = {
  kind: 'drafts',
  table: articleTexts,
  key: articleTexts.id,
  of: (person: Person) =>
    and(
      person.isSelf ? sql`1 = 0` : undefined,
      eq(articleTexts.revision, 1),
      eq(articleTexts.version, 0),
      sql`${articleTexts.articleId} in (select begun.id from articles begun where begun.site_id = ${person.siteId} and begun.revision = 1 and ${isOfOwn(sql`begun.conversation_id`, person)})`,
    ),
  without: ['changedBy', 'slug'],
} as const;

/**
 * Articles that were begun from a person's conversation. Those that are as they were begun go with it; what the team went
 * on to write is the team's, and no longer leads to where it began.
 */
export const personalArticles: PersonalData = {
  ...personalTable(draftTable),
  async erase(ctx, given) {
    const { siteId } = given;
    const person = { ...given, isSelf: false };
    const page = await pageOfRows(ctx, articleTable, person, '', batchSize / 10);
    if (page.length === 0) return null;
    const ids = page.map(({ row }) => row.id);
    const texts = await ctx.database.read.select().from(articleTexts).where(ofArticles(siteId, ids));
    const isBegun = (id: string): boolean =>
      page.some(({ row }) => row.id === id && row.revision === 1) &&
      texts.every(
        ({ articleId, revision, version }) => articleId !== id || (revision === 1 && version === 0),
      );
    const going = ids.filter(isBegun);
    return {
      events: going.map((id) => ({ kind: articleChanged, subject: id, audience: 'staff' as const })),
      write: (tx) => [
        ...texts
          .filter(({ articleId }) => going.includes(articleId))
          .flatMap(({ id }) => removeText(tx, siteId, id)),
        ...(going.length
          ? [tx.delete(articles).where(and(eq(articles.siteId, siteId), inArray(articles.id, going)))]
          : []),
        tx
          .update(articles)
          .set({ conversationId: null })
          .where(and(eq(articles.siteId, siteId), inArray(articles.id, ids))),
      ],
    };
  },
};

const ofArticles = (siteId: string, ids: string[]) =>
  and(eq(articleTexts.siteId, siteId), inArray(articleTexts.articleId, ids));
