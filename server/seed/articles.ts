import { findArticle, findTextById } from '../articles/queries/articles.ts';
import { publishText } from '../articles/publishing.ts';
import { insertArticle, insertText } from '../articles/writes/articles.ts';
import { insertSuggestionEvent } from '../ask/writes/suggestionEvents.ts';
import type { Context } from '../context.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { articles, missedSearches } from './content/articles.ts';
import { atTime, idFor, minute } from './time.ts';

const day = 24 * 3_600_000;

const seedText = async (
  ctx: Context,
  site: Site,
  { article, language, staff }: { article: string; language: string; staff: string },
  words: { title: string; body: string },
): Promise<void> => {
  const id = idFor(`text ${article} ${language}`);
  const now = ctx.clock.now();
  await ctx.database.write((tx) => [
    insertText(tx, {
      siteId: site.id,
      id,
      articleId: article,
      language,
      ...words,
      revision: 1,
      changedAt: now,
      changedBy: staff,
      publishAt: null,
      version: 0,
      basedOn: 0,
      publicTitle: null,
      publicRich: null,
      slug: '',
      publishedAt: null,
      updatedAt: null,
    }),
  ]);
  const row = assertPresent(await findArticle(ctx, site.id, article), 'it was just written');
  const text = assertPresent(await findTextById(ctx, site.id, id), 'it was just written');
  await publishText(ctx, site, row, text, { staff, isCurrent: true });
};

/** Articles of the demo company, and what its visitors looked for in vain. */
export const seedArticles = async (
  ctx: Context,
  site: Site,
  staff: ReadonlyMap<string, string>,
): Promise<void> => {
  const now = ctx.clock.now();
  for (const [place, { key, category, audience, by, daysAgo, texts }] of articles.entries()) {
    const id = idFor(`article ${key}`);
    const author = assertPresent(staff.get(by), 'the demo’s staff come first');
    const then = atTime(ctx, now - daysAgo * day);
    const createdAt = then.clock.now();
    const [language = 'en'] = Object.keys(texts);
    await ctx.database.write((tx) => [
      insertArticle(tx, {
        siteId: site.id,
        id,
        category,
        audience,
        language,
        position: place + 1,
        authors: [author],
        verifyBy: now + (300 - daysAgo) * day,
        sourceId: null,
        conversationId: null,
        questionId: null,
        revision: 1,
        createdAt,
        changedAt: createdAt,
      }),
    ]);
    for (const [tag, words] of Object.entries(texts))
      await seedText(then, site, { article: id, language: tag, staff: author }, words);
  }
  await ctx.database.write((tx) =>
    missedSearches.flatMap(({ text, daysAgo, wasShown }, place) => {
      const session = idFor(`missed ${place}`);
      const shared = { session, questionId: null, query: text, language: 'en' };
      const at = now - daysAgo * day;
      return [
        ...(wasShown
          ? [
              insertSuggestionEvent(tx, site.id, at - minute, {
                ...shared,
                id: session,
                kind: 'shown' as const,
              }),
            ]
          : []),
        insertSuggestionEvent(tx, site.id, at, {
          ...shared,
          id: idFor(`missed ${place} sent`),
          kind: 'sent' as const,
        }),
      ];
    }),
  );
};
