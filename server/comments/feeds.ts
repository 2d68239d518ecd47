import { listLatest } from './queries/exports.ts';
import { Feed } from 'feed';
import type { Context as HonoContext, Hono } from 'hono';
import type { Context } from '../context.ts';
import { cutAtWord } from '../core/content/cut.ts';
import { htmlOf, storable } from '../core/content/htmlOf.ts';
import { plainText } from '../core/content/markdown.ts';
import { notFound } from '../core/http/failure.ts';
import { pageHeaders } from '../core/http/securityHeaders.ts';
import { limitPage } from '../core/pages/forms.ts';
import { type PageCall, withSite } from '../core/pages/pages.tsx';
import { countText } from '../core/pages/texts.ts';
import { pageOf } from './list.ts';
import { anchorOf } from './pages/thread.tsx';
import { findPage, findPages, type PageRow } from './queries/pages.ts';
import { commentTexts } from './texts.ts';

/** Comments of one feed, the newest first. */
const maxItems = 50;
/** UTF-16 code units of an item's title. */
const titleLength = 80;

const makeFeed = async (call: PageCall, page: PageRow | null): Promise<Feed> => {
  const { ctx, site, language, hono } = call;
  const texts = commentTexts(language);
  const rows = await listLatest(ctx, site.id, page?.id ?? null, maxItems);
  const pages = new Map(
    (await findPages(ctx, site.id, [...new Set(rows.map(({ pageId }) => pageId))])).map((one) => [
      one.id,
      one,
    ]),
  );
  const self = `${ctx.config.publicUrl}${new URL(hono.req.url).pathname}${new URL(hono.req.url).search}`;
  const link = page?.url ?? site.origins[0] ?? ctx.config.publicUrl;
  const feed = new Feed({
    id: link,
    link,
    title: storable(
      `${countText(language.tag, texts.title, page?.count ?? rows.length)}: ${page ? page.title || page.url : site.name}`,
    ),
    language: language.tag,
    copyright: '',
    generator: 'Foyer',
    updated: new Date(rows[0]?.createdAt ?? site.createdAt),
    feedLinks: { atom: self },
  });
  for (const row of rows) {
    const url = `${(pages.get(row.pageId)?.url ?? link).replace(/#.*/s, '')}#${anchorOf(row.id)}`;
    const text = plainText(row.rich);
    const author = storable(row.name || texts.guest);
    feed.addItem({
      id: `urn:uuid:${row.id}`,
      link: url,
      title: storable(`${author}: ${cutAtWord(text, titleLength)}`),
      content: htmlOf(row.rich),
      author: [{ name: author }],
      published: new Date(row.createdAt),
      date: new Date(row.editedAt ?? row.createdAt),
    });
  }
  return feed;
};

/** Comments as Atom (RFC 4287) and RSS 2.0, of one page or of the whole site. */
export const mountFeeds = (app: Hono, ctx: Context): void => {
  for (const kind of ['atom', 'rss'] as const)
    app.get(`/sites/:site/comments.${kind}`, (hono: HonoContext) =>
      withSite(ctx, async (call) => {
        limitPage(ctx, hono);
        const { site } = call;
        if (!site.settings.features.comments) throw notFound();
        const url = hono.req.query('url');
        const name = hono.req.query('page') || undefined;
        const page = url ? await findPage(ctx, site.id, pageOf(site, { url, page: name }).key) : null;
        if (url && !page) throw notFound();
        const version = ctx.bus.version(site.id);
        const feed = await makeFeed(call, page);
        return ctx.pageCache.store(
          hono,
          site.id,
          version,
          kind === 'atom' ? feed.atom1() : feed.rss2(),
          undefined,
          {
            ...pageHeaders,
            'content-type': `application/${kind === 'atom' ? 'atom' : 'rss'}+xml; charset=utf-8`,
          },
        );
      })(hono),
    );
};
