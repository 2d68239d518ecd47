import * as contract from '../../shared/articles/routes.ts';
import * as schema from '../../shared/articles/schema.ts';
import { primarySubtag } from '../../shared/core/languages.ts';
import type { Context } from '../context.ts';
import { commitRevised, refuseOlder } from '../core/db/revised.ts';
import { releaseAttachments } from '../core/content/attachments/queries.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { planJob } from '../core/jobs/queries.ts';
import { topicName } from '../core/pages/topics.ts';
import { type Api, mount } from '../core/http/mount.ts';
import type { Site } from '../core/people/sites/sites.ts';
import {
  countVotes,
  findArticle,
  listArticleRows,
  listTextHeads,
  listTexts,
  countOnTeam,
  type TextHead,
} from './queries/articles.ts';
import { withBlocks } from './blocks/expanding.ts';
import { mountArticleBlocks } from './blocks/routes.ts';
import { checkJob } from './checking.ts';
import { articleChanged } from './rules.ts';
import { mountArticlesFrom } from './fromRoutes.ts';
import { mountRedirects } from './redirects/routes.ts';
import { removeRedirects } from './redirects/writes.ts';
import { mountArticleTexts } from './textRoutes.ts';
import { readAgain, readArticle, toArticleSummary, toShown } from './views.ts';
import { insertArticle, placeArticle, removeArticle, removeText, updateArticle } from './writes/articles.ts';

const forStaff = { access: 'staff', rate: 'staff' } as const;

const mountListing = (api: Api): void => {
  mount(
    api,
    contract.listArticles,
    {
      ...forStaff,
      reply: schema.articleList,
      operationId: 'listArticles',
      scope: 'content:read',
      summary: 'List articles with the state of each language',
    },
    async ({ ctx, site }) => {
      const [rows, texts, counts] = await Promise.all([
        listArticleRows(ctx, site.id),
        listTextHeads(ctx, site.id),
        countVotes(ctx, site.id),
      ]);
      const byArticle = new Map<string, TextHead[]>();
      for (const text of texts)
        byArticle.set(text.articleId, [...(byArticle.get(text.articleId) ?? []), text]);
      const [first = 'en'] = site.settings.languages;
      return {
        articles: rows.map((row) => toArticleSummary(site, row, byArticle.get(row.id) ?? [], counts)),
        languages: site.settings.languages.map(primarySubtag),
        categories: site.settings.categories.map(({ key }) => ({
          key,
          name: topicName(site.settings.categories, key, first),
        })),
        zone: site.settings.hours.zone,
      };
    },
  );

  mount(
    api,
    contract.getArticle,
    {
      ...forStaff,
      reply: schema.articleReply,
      operationId: 'getArticle',
      scope: 'content:read',
      summary: 'Get an article with its drafts',
    },
    async ({ ctx, site, parameter }) => {
      const article = await readArticle(ctx, site, parameter('article'));
      if (!article) throw notFound();
      return { article };
    },
  );
};

/** @throws Failure `invalid` for a topic or an author that the site does not have */
const refuseUnknown = async (
  ctx: Context,
  site: Site,
  article: schema.ArticleMeta,
  known: readonly string[],
): Promise<void> => {
  if (article.category !== null && !site.settings.categories.some(({ key }) => key === article.category))
    throw new Failure('invalid', 'This site has no such topic.', {
      fields: { 'article.category': 'not_allowed' },
    });
  // Who wrote it before they left stays its author; nobody of another team becomes one.
  const added = [...new Set(article.authors)].filter((id) => !known.includes(id));
  if ((await countOnTeam(ctx, site.id, added)) < added.length)
    throw new Failure('invalid', 'An author isn’t on the team.', {
      fields: { 'article.authors': 'unknown' },
    });
};

const mountSaving = (api: Api): void =>
  mount(
    api,
    contract.putArticle,
    {
      ...forStaff,
      body: schema.saveArticle,
      reply: schema.articleReply,
      operationId: 'saveArticle',
      scope: 'content:write',
      summary: 'Create or change an article, under an ID chosen by the browser',
    },
    async ({ ctx, site, parameter, body: { article, revision }, session }) => {
      const id = parameter('article');
      const before = await findArticle(ctx, site.id, id);
      await refuseUnknown(ctx, site, article, before?.authors ?? []);
      const current = () => readArticle(ctx, site, id);
      await refuseOlder(before?.revision ?? 0, revision, current);
      const now = ctx.clock.now();
      const { verifyBy } = article;
      const isNewDay = verifyBy !== null && verifyBy !== before?.verifyBy && verifyBy > now;
      const last = before ? [] : await listArticleRows(ctx, site.id);
      await commitRevised(
        ctx,
        { site: site.id, kind: articleChanged, subject: id },
        (tx) => [
          before
            ? updateArticle(tx, site.id, id, revision, { ...article, changedAt: now })
            : insertArticle(tx, {
                ...article,
                authors: article.authors.length ? article.authors : [session.staff.id],
                siteId: site.id,
                id,
                position: Math.max(0, ...last.map(({ position }) => position)) + 1,
                sourceId: null,
                conversationId: null,
                questionId: null,
                revision: 1,
                createdAt: now,
                changedAt: now,
              }),
          ...(isNewDay ? [planJob(tx, site.id, checkJob(id, verifyBy), now)] : []),
        ],
        current,
      );
      return readAgain(ctx, site, id);
    },
  );

const mountRemoving = (api: Api): void =>
  mount(
    api,
    contract.deleteArticle,
    {
      ...forStaff,
      role: 'admin',
      body: schema.revised,
      reply: schema.doneReply,
      operationId: 'deleteArticle',
      scope: 'content:write',
      summary: 'Delete an article in all its languages, with its versions',
    },
    async ({ ctx, site, parameter, body }) => {
      const id = parameter('article');
      const texts = await listTexts(ctx, site.id, id);
      await commitRevised(
        ctx,
        { site: site.id, kind: articleChanged, subject: id },
        (tx) => [
          removeArticle(tx, site.id, id, body.revision),
          removeRedirects(tx, site.id, id),
          ...texts.flatMap((text) => [
            ...removeText(tx, site.id, text.id),
            releaseAttachments(tx, site.id, text.id),
          ]),
        ],
        () => readArticle(ctx, site, id),
      );
      return { done: true as const };
    },
  );

const mountOrder = (api: Api): void =>
  mount(
    api,
    contract.putArticleOrder,
    {
      ...forStaff,
      body: schema.orderBody,
      reply: schema.doneReply,
      operationId: 'orderArticles',
      scope: 'content:write',
      summary: 'Put the articles of a topic in order',
    },
    async ({ ctx, site, body }) => {
      const own = (await listArticleRows(ctx, site.id)).filter(({ category }) => category === body.category);
      const known = new Set(own.map(({ id }) => id));
      const ids = body.ids.filter((id) => known.has(id));
      const [first] = ids;
      await ctx.database.commit({
        site: site.id,
        // One is enough: whoever looks at the list reads all of it.
        events: first ? [{ kind: articleChanged, subject: first, audience: 'staff' }] : [],
        write: (tx) => ids.map((id, place) => placeArticle(tx, site.id, id, place + 1)),
      });
      return { done: true as const };
    },
  );

const mountPreview = (api: Api): void =>
  mount(
    api,
    contract.previewArticle,
    {
      ...forStaff,
      body: schema.previewBody,
      reply: schema.previewReply,
      maxBytes: 512 * 1024,
      audit: false,
      operationId: 'previewArticle',
      scope: 'content:read',
      summary: 'Render an article’s text as its readers would get it',
    },
    async ({ ctx, site, body, session }) => {
      const who = { site: site.id, person: session.staff.id };
      const { source } = await withBlocks(ctx, site, body);
      const rich = await ctx.renderer.preview(source, who, 'article');
      const addressOf = (file: string): string =>
        `${ctx.config.publicUrl}/api/inbox/${site.id}/attachments/${file}`;
      return { rich: await toShown(ctx, site.id, rich, { language: body.language, addressOf }) };
    },
  );

/** Articles as the team writes them. */
export const mountArticlesForStaff = (api: Api): void => {
  mountListing(api);
  mountSaving(api);
  mountRemoving(api);
  mountOrder(api);
  mountPreview(api);
  mountRedirects(api);
  mountArticleTexts(api);
  mountArticlesFrom(api);
  mountArticleBlocks(api);
};
