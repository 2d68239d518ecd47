import type { Hono } from 'hono';
import { reasons } from '../../../shared/articles/schema.ts';
import type { Context } from '../../context.ts';
import { withFileAddresses } from '../../core/content/articleMarkdown.ts';
import { frameOrigins } from '../../core/content/videos.ts';
import { Failure, idOf, notFound } from '../../core/http/failure.ts';
import { framingHeaders, pageHeaders } from '../../core/http/securityHeaders.ts';
import type { KnowledgeEntry } from '../../core/knowledge.ts';
import { addressOf, limitPage, readForm } from '../../core/pages/forms.ts';
import { type PageCall, privateHeaders, withSite } from '../../core/pages/pages.tsx';
import { withBlocks } from '../blocks/expanding.ts';
import { pictureAddress, toEntry } from '../knowledge.ts';
import { findVersion } from '../queries/articles.ts';
import { findPublished, type PublishedRow } from '../queries/published.ts';
import { articlePath } from '../rules.ts';
import { vote } from '../voting.ts';
import { withLanguage } from '../../core/pages/links.ts';
import { mountFormerAddresses } from '../redirects/pages.ts';
import { articlePage } from './article.tsx';
import { mountFilmScript } from './film.ts';

const mountReading = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/articles/:text/:slug', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const { site, language } = call;
      const id = idOf(hono.req.param('text'));
      const version = ctx.bus.version(site.id);
      const [row] = await findPublished(ctx, site.id, 'public', [id]);
      if (!row) throw notFound();
      const entry = await toEntry(ctx, site, row);
      if (hono.req.param('slug') === `${row.slug}.md`)
        return hono.body(await markdownOf(call, row, entry), 200, markdownHeaders);
      // One address a page: a link with an old title leads to it.
      if (hono.req.param('slug') !== row.slug)
        return hono.redirect(withLanguage(entry.path, language.tag), 301);
      const asked = (['thanks', 'why'] as const).find((one) => hono.req.query(one) !== undefined) ?? 'helped';
      const body = await articlePage(call, entry, row.articleId, asked);
      const framing = framingHeaders(frameOrigins(entry.rich));
      return asked === 'helped'
        ? ctx.pageCache.store(hono, site.id, version, body, undefined, framing)
        : hono.html(body, 200, { ...privateHeaders, ...framing });
    })(hono),
  );
};

const markdownHeaders: Record<string, string> = {
  ...pageHeaders,
  'content-type': 'text/markdown; charset=utf-8',
  'cache-control': 'public, max-age=300',
};

/** An article as it was written, with its blocks, under its title. */
const markdownOf = async (
  { ctx, site }: PageCall,
  row: PublishedRow,
  entry: KnowledgeEntry,
): Promise<string> => {
  const version = await findVersion(ctx, site.id, row.id, row.version);
  const { source } = await withBlocks(ctx, site, { body: version?.body ?? '', language: row.language });
  return [
    `# ${entry.title.replace(/\s+/g, ' ').trim()}`,
    withFileAddresses(source, pictureAddress(ctx, site)).trim(),
    `<${ctx.config.publicUrl}${entry.path}>`,
  ].join('\n\n');
};

const mountFeedback = (app: Hono, ctx: Context): void => {
  app.post('/sites/:site/articles/:text/helped', (hono) =>
    withSite(ctx, async ({ site, language }) => {
      const form = await readForm(ctx, site, hono);
      const answer = form.get('answer') ?? '';
      const reason = reasons.find((one) => one === answer) ?? null;
      if (answer !== 'yes' && answer !== 'no' && !reason)
        throw new Failure('invalid', 'Say whether it helped.', { fields: { answer: 'not_allowed' } });
      const row = await vote(ctx, site, idOf(hono.req.param('text')), {
        helped: answer === 'yes',
        reason,
        address: addressOf(ctx, hono),
      });
      const path = withLanguage(articlePath(site.key, row.id, row.slug), language.tag);
      return hono.redirect(`${path}&${answer === 'no' ? 'why' : 'thanks'}#feedback`, 303);
    })(hono),
  );
};

/** The public pages of articles. */
export const mountArticlePages = (app: Hono, ctx: Context): void => {
  mountFilmScript(app);
  mountReading(app, ctx);
  mountFeedback(app, ctx);
  mountFormerAddresses(app, ctx);
};
