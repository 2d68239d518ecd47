import { and, eq, ne } from 'drizzle-orm';
import { decisive, type Decisive, type Queries, type Statement } from '../../core/db/database.ts';
import { type ArticleRow, ofArticle, ofText, type TextRow, type VersionRow } from '../queries/articles.ts';
import { articles, articleTexts, articleVersions, articleVotes } from '../tables.ts';

export const insertArticle = (tx: Queries, row: ArticleRow): Decisive =>
  decisive(tx.insert(articles).values(row).onConflictDoNothing());

/** Changes an article that is still as its writer read it. */
export const updateArticle = (
  tx: Queries,
  siteId: string,
  id: string,
  revision: number,
  set: Partial<ArticleRow>,
): Decisive =>
  decisive(
    tx
      .update(articles)
      .set({ ...set, revision: revision + 1 })
      .where(and(ofArticle(siteId, id), eq(articles.revision, revision))),
  );

export const placeArticle = (tx: Queries, siteId: string, id: string, position: number): Statement =>
  tx.update(articles).set({ position }).where(ofArticle(siteId, id));

export const insertText = (tx: Queries, row: TextRow): Decisive =>
  decisive(tx.insert(articleTexts).values(row).onConflictDoNothing());

/** Changes a text that is still as its writer read it. */
export const updateText = (
  tx: Queries,
  siteId: string,
  id: string,
  revision: number,
  set: Partial<TextRow>,
): Decisive =>
  decisive(
    tx
      .update(articleTexts)
      .set({ ...set, revision: revision + 1 })
      .where(and(ofText(siteId, id), eq(articleTexts.revision, revision))),
  );

export const insertVersion = (tx: Queries, row: VersionRow): Statement =>
  tx.insert(articleVersions).values(row).onConflictDoNothing();

/** Deletes one language of an article with its versions and votes. */
export const removeText = (
  tx: Queries,
  siteId: string,
  id: string,
  revision?: number,
): (Statement | Decisive)[] => {
  const gone = tx
    .delete(articleTexts)
    .where(and(ofText(siteId, id), revision === undefined ? undefined : eq(articleTexts.revision, revision)));
  return [
    revision === undefined ? gone : decisive(gone),
    tx.delete(articleVersions).where(and(eq(articleVersions.siteId, siteId), eq(articleVersions.textId, id))),
    tx.delete(articleVotes).where(and(eq(articleVotes.siteId, siteId), eq(articleVotes.textId, id))),
  ];
};

export const removeArticle = (tx: Queries, siteId: string, id: string, revision: number): Decisive =>
  decisive(tx.delete(articles).where(and(ofArticle(siteId, id), eq(articles.revision, revision))));

type VoteRow = typeof articleVotes.$inferInsert;

/** Keeps a person's first word on whether a text helped. */
export const insertVote = (tx: Queries, row: VoteRow): Decisive =>
  decisive(tx.insert(articleVotes).values(row).onConflictDoNothing());

/** Keeps that a person says the contrary now. */
export const turnVote = (tx: Queries, row: VoteRow): Decisive =>
  decisive(
    tx
      .update(articleVotes)
      .set({ helped: row.helped, reason: row.reason ?? null, at: row.at })
      .where(
        and(
          eq(articleVotes.siteId, row.siteId),
          eq(articleVotes.textId, row.textId),
          eq(articleVotes.voter, row.voter),
          ne(articleVotes.helped, row.helped),
        ),
      ),
  );

/** Keeps whether a text helped: the last word of a person counts. */
export const saveVote = (tx: Queries, row: typeof articleVotes.$inferInsert): Statement =>
  tx
    .insert(articleVotes)
    .values(row)
    .onConflictDoUpdate({
      target: [articleVotes.siteId, articleVotes.textId, articleVotes.voter],
      set: { helped: row.helped, reason: row.reason ?? null, at: row.at },
    });
