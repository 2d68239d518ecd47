import { primarySubtag } from '../../shared/core/languages.ts';
import type { Audience } from '../../shared/articles/schema.ts';
import type { Context } from '../context.ts';
import { assertPresent } from '../core/assertPresent.ts';
import { plainText } from '../core/content/markdown.ts';
import type { KnowledgeCard, KnowledgeEntry, KnowledgeSource, TeamKnowledge } from '../core/knowledge.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { SearchDocument } from '../core/search/engine/searchTypes.ts';
import type { SearchSource } from '../core/search/sources.ts';
import { namesOfStaff } from './queries/articles.ts';
import {
  countByCategory,
  countHelped,
  findPublished,
  listOfArticles,
  listPublished,
  pageAddresses,
  pagePublished,
  type PublishedRow,
} from './queries/published.ts';
import { listPublishedFrom } from './queries/written.ts';
import { articleChanged, articlePath } from './rules.ts';
import { formerArticlePath } from './redirects/leading.ts';
import { toShown } from './views.ts';
import { vote } from './voting.ts';

/** Kinds of search documents: what the team alone reads is never among what visitors find. */
export const kindOf = { public: 'article', internal: 'internal_article' } as const;

/** Documents read at once: a few milliseconds of the event loop. */
const batchSize = 50;
/** Addresses read at once: they are short. */
const addressBatch = 1_000;

const toCard = (site: Pick<Site, 'key'>, row: PublishedRow): KnowledgeCard => ({
  id: row.id,
  title: row.title ?? '',
  text: plainText(row.rich ?? []),
  language: row.language,
  category: row.category,
  path: articlePath(site.key, row.id, row.slug),
});

/** The absolute address of a picture: articles are read on the owner's pages, too. */
export const pictureAddress =
  ({ config }: Pick<Context, 'config'>, site: Pick<Site, 'key'>) =>
  (file: string): string =>
    `${config.publicUrl}/api/sites/${site.key}/articles/pictures/${file}`;

/** Articles as everybody finds and reads them. */
export const articleKnowledge = (ctx: Context): KnowledgeSource => ({
  kind: kindOf.public,
  cards: async (site, ids) =>
    (await findPublished(ctx, site.id, 'public', ids)).map((row) => toCard(site, row)),
  async open(site, id) {
    const [row] = await findPublished(ctx, site.id, 'public', [id]);
    return row ? toEntry(ctx, site, row) : null;
  },
  former: (site, path) => formerArticlePath(ctx, site, path),
  list: async (site, given) =>
    (await listPublished(ctx, site.id, { ...given, language: primarySubtag(given.language) })).map((row) =>
      toCard(site, row),
    ),
  countByCategory: (siteId, language) => countByCategory(ctx, siteId, primarySubtag(language)),
  async *addresses(site) {
    for (let after = ''; ; ) {
      const rows = await pageAddresses(ctx, site.id, after, addressBatch);
      for (const row of rows)
        yield { path: articlePath(site.key, row.id, row.slug), updatedAt: row.updatedAt ?? 0 };
      const last = rows.at(-1);
      if (!last || rows.length < addressBatch) return;
      after = last.id;
    }
  },
  async ofQuestions(site, asked) {
    const rows = asked.length ? await listPublishedFrom(ctx, site.id, asked) : [];
    if (rows.length === 0) return new Map();
    const ids = new Map<string, string>();
    for (const { id, conversation, language } of asked) {
      // In another language it is no answer to whoever asked in this one.
      const own = rows.filter((row) => row.language === primarySubtag(language));
      const row =
        own.find(({ questionId }) => questionId === id) ??
        own.find(({ conversationId }) => conversation !== null && conversationId === conversation);
      if (row) ids.set(id, row.id);
    }
    const cards = new Map(
      (await findPublished(ctx, site.id, 'public', [...ids.values()])).map((row) => [
        row.id,
        toCard(site, row),
      ]),
    );
    return new Map(
      [...ids].flatMap(([question, id]) => {
        const card = cards.get(id);
        return card ? [[question, card] as const] : [];
      }),
    );
  },
  async vote(site, id, helped, address) {
    await vote(ctx, site, id, { helped, address });
  },
});

/** Articles that the team alone reads. */
export const internalKnowledge = (ctx: Context): TeamKnowledge => ({
  kind: kindOf.internal,
  cards: async (site, ids) =>
    (await findPublished(ctx, site.id, 'internal', ids)).map((row) => ({
      ...toCard(site, row),
      path: `/inbox/articles/${row.articleId}`,
    })),
});

/** A published text as its readers get it. */
export const toEntry = async (ctx: Context, site: Site, row: PublishedRow): Promise<KnowledgeEntry> => {
  const { text: _, ...card } = toCard(site, row);
  return {
    ...card,
    author: (await namesOfStaff(ctx, row.authors)).join(', '),
    at: row.publishedAt ?? 0,
    updatedAt: row.updatedAt ?? 0,
    rich: await toShown(ctx, site.id, row.rich ?? [], {
      language: row.language,
      addressOf: pictureAddress(ctx, site),
    }),
    helped: await countHelped(ctx, site.id, row.articleId),
  };
};

const toDocument = (row: PublishedRow): SearchDocument => ({
  id: row.id,
  group: row.articleId,
  kind: kindOf[row.audience],
  language: row.language,
  title: row.title ?? '',
  body: plainText(row.rich ?? []),
  // As much as an official answer.
  weight: 1,
});

/** The search source of articles for one audience. */
export const articleSource = (ctx: Pick<Context, 'database'>, audience: Audience): SearchSource => ({
  kind: kindOf[audience],
  changed: articleChanged,
  async *all(siteId) {
    for (let after = ''; ; ) {
      const rows = await pagePublished(ctx, siteId, audience, after, batchSize);
      yield rows.map(toDocument);
      if (rows.length < batchSize) return;
      after = assertPresent(rows.at(-1), 'a full page has a last row').id;
    }
  },
  async some(siteId, subjects) {
    const rows = await listOfArticles(ctx, siteId, audience, subjects);
    return { groups: subjects, documents: rows.map(toDocument) };
  },
});
