import { Readable } from 'node:stream';
import { Feed } from 'feed';
import type { Hono } from 'hono';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { primarySubtag } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import { cut, cutAtWord } from '../../core/content/cut.ts';
import { htmlOf, storable } from '../../core/content/htmlOf.ts';
import { excerpt } from '../../core/content/markdown.ts';
import { notFound } from '../../core/http/failure.ts';
import { pageHeaders } from '../../core/http/securityHeaders.ts';
import { limitPage } from '../../core/pages/forms.ts';
import { type PageCall, withSite } from '../../core/pages/pages.tsx';
import { listSiteKeys } from '../../core/people/sites/queries.ts';
import { fill } from '../../core/pages/texts.ts';
import { communityTexts } from '../communityTexts.ts';
import { listAnswers } from '../queries/answers.ts';
import { listMerged } from '../queries/community.ts';
import { countListed, listAnsweredLast, listForSitemap, listHelpful } from '../queries/home.ts';
import type { QuestionRow } from '../queries/questions.ts';
import { homePath, questionPath } from '../rules.ts';

/* The help centre for programs: sitemaps, a feed, and Markdown. */

/** Addresses of one sitemap (sitemaps.org, "Sitemap index"). */
const maxOfSitemap = 50_000;
/** Rows that are read at a time. */
const step = 1_000;
/** Questions of `llms.txt`, and of the feed. */
const [maxListed, maxFeed] = [200, 30];

const headersFor = (type: string): Record<string, string> => ({
  ...pageHeaders,
  'content-type': `${type}; charset=utf-8`,
  'cache-control': 'public, max-age=300',
});

/** The addresses of one sitemap, read a step at a time. */
async function* addressesOf({ ctx, site }: PageCall, part: number) {
  if (part === 1) yield { url: homePath(site.key) };
  let after: string | undefined;
  for (let left = maxOfSitemap - (part === 1 ? 1 : 0); left > 0; ) {
    const offset = after === undefined ? Math.max(0, (part - 1) * maxOfSitemap - 1) : 0;
    const rows = await listForSitemap(ctx, site.id, {
      offset,
      ...(after !== undefined && { after }),
      limit: Math.min(step, left),
    });
    for (const { id, slug, updatedAt } of rows)
      yield { url: questionPath(site.key, id, slug), lastmod: new Date(updatedAt).toISOString() };
    left -= rows.length;
    after = rows.at(-1)?.id;
    if (after === undefined || rows.length < step) return;
  }
}

const sitemap = async (call: PageCall, part: number): Promise<string> => {
  const hostname = call.ctx.config.publicUrl;
  const stream = Readable.from(addressesOf(call, part)).pipe(new SitemapStream({ hostname }));
  return (await streamToPromise(stream)).toString('utf8');
};

/** Addresses of other features' public pages. */
async function* otherAddresses({ ctx, site }: PageCall) {
  let left = maxOfSitemap;
  for (const source of ctx.knowledge)
    for await (const { path, updatedAt } of source.addresses(site)) {
      if (left-- === 0) return;
      yield { url: path, lastmod: new Date(updatedAt).toISOString() };
    }
}

const hasOthers = async (call: PageCall): Promise<boolean> => {
  for await (const _ of otherAddresses(call)) return true;
  return false;
};

const sitemapIndex = async ({ ctx, site }: PageCall, parts: number, others: boolean): Promise<string> => {
  const urls = [
    ...Array.from({ length: parts }, (_, place) => String(place + 1)),
    ...(others ? ['more'] : []),
  ].map((name) => ({ url: `${ctx.config.publicUrl}/sites/${site.key}/sitemap-${name}.xml` }));
  const stream = Readable.from(urls).pipe(new SitemapIndexStream());
  return (await streamToPromise(stream)).toString('utf8');
};

const mountSitemaps = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/sitemap.xml', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const parts = Math.ceil(((await countListed(ctx, call.site.id)) + 1) / maxOfSitemap);
      const others = await hasOthers(call);
      const body = parts > 1 || others ? await sitemapIndex(call, parts, others) : await sitemap(call, 1);
      return hono.body(body, 200, headersFor('application/xml'));
    })(hono),
  );

  app.get('/sites/:site/sitemap-more.xml', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      // A sitemap of nothing is none.
      if (!(await hasOthers(call))) throw notFound();
      const hostname = ctx.config.publicUrl;
      const stream = Readable.from(otherAddresses(call)).pipe(new SitemapStream({ hostname }));
      const body = (await streamToPromise(stream)).toString('utf8');
      return hono.body(body, 200, headersFor('application/xml'));
    })(hono),
  );

  app.get('/sites/:site/:part{sitemap-[1-9][0-9]{0,3}\\.xml}', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const part = Number.parseInt((hono.req.param('part') ?? '').replace('sitemap-', ''), 10);
      const parts = Math.ceil(((await countListed(ctx, call.site.id)) + 1) / maxOfSitemap);
      if (part > parts) throw notFound();
      return hono.body(await sitemap(call, part), 200, headersFor('application/xml'));
    })(hono),
  );

  app.get('/robots.txt', async (hono) => {
    // Of several companies none is told to the others: each names its sitemap to search engines itself.
    const keys = await listSiteKeys(ctx, 2);
    const own = keys.length === 1 ? keys : [];
    const lines = [
      'User-agent: *',
      ...['/api/', '/inbox', '/sites/*/conversations/', '/sites/*/ask'].map((path) => `Disallow: ${path}`),
      ...own.map((key) => `Sitemap: ${ctx.config.publicUrl}/sites/${key}/sitemap.xml`),
    ];
    return hono.body(`${lines.join('\n')}\n`, 200, headersFor('text/plain'));
  });
};

/** Mounts the feed of recent answers. */
const mountFeed = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/questions.atom', (hono) =>
    withSite(ctx, async ({ site, language }) => {
      limitPage(ctx, hono);
      const rows = await listAnsweredLast(ctx, site.id, primarySubtag(language.tag), maxFeed);
      const answers = rows.length
        ? await listAnswers(
            ctx,
            site.id,
            rows.map(({ id }) => id),
          )
        : [];
      const { publicUrl } = ctx.config;
      const home = `${publicUrl}${homePath(site.key)}`;
      const newest = Math.max(0, ...answers.map(({ createdAt }) => createdAt));
      const feed = new Feed({
        id: home,
        link: home,
        title: `${site.name}: ${language.texts.recentlyAnswered}`,
        language: language.tag,
        copyright: '',
        feedLinks: { atom: `${publicUrl}/sites/${site.key}/questions.atom?lang=${language.tag}` },
        updated: new Date(newest),
      });
      for (const row of rows) {
        const own = answers.filter(({ questionId }) => questionId === row.id);
        const link = `${publicUrl}${questionPath(site.key, row.id, row.slug)}`;
        feed.addItem({
          id: link,
          link,
          title: storable(row.title),
          date: new Date(Math.max(row.createdAt, ...own.map(({ createdAt }) => createdAt))),
          content: own.map(({ rich }) => htmlOf(rich)).join('<hr>'),
        });
      }
      return hono.body(feed.atom1(), 200, headersFor('application/atom+xml'));
    })(hono),
  );
};

/** One line of Markdown that stays one. */
const line = (text: string): string => text.replace(/\s+/g, ' ').replace(/[[\]]/g, '\\$&').trim();

/** A question with its answers as Markdown: what was written, under headings. */
export const questionMarkdown = async (
  { ctx, site, language }: PageCall,
  row: QuestionRow,
): Promise<string> => {
  const { texts } = language;
  const merged = (await listMerged(ctx, site.id, row.id)).map(({ id }) => id);
  const answers = await listAnswers(ctx, site.id, merged);
  const community = communityTexts(language.tag);
  return [
    `# ${line(row.title)}`,
    ...(row.details.trim() ? [row.details.trim()] : []),
    ...answers.flatMap(({ body, official, accepted, authorName, createdAt, correction, correctedBy }) => [
      `## ${[
        official ? texts.official : accepted ? texts.accepted : texts.answer,
        line(authorName),
        new Date(createdAt).toISOString().slice(0, 10),
      ]
        .filter(Boolean)
        .join(' · ')}`,
      ...(correction
        ? [
            `> **${line(fill(community.correctionBy, { name: correctedBy }))}**\n>\n${correction.trim().replace(/^/gm, '> ')}`,
          ]
        : []),
      body.trim(),
    ]),
    `<${ctx.config.publicUrl}${questionPath(site.key, row.id, row.slug)}>`,
  ].join('\n\n');
};

export const markdownHeaders = headersFor('text/markdown');

/** The help centre in a page of Markdown, for language models (llmstxt.org). */
const mountMarkdown = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/llms.txt', (hono) =>
    withSite(ctx, async ({ site, language }) => {
      limitPage(ctx, hono);
      const spoken = primarySubtag(language.tag);
      const helpful = await listHelpful(ctx, site.id, spoken, maxListed);
      const recent = await listAnsweredLast(ctx, site.id, spoken, maxListed);
      const rows = [...new Map([...helpful, ...recent].map((row) => [row.id, row])).values()].slice(
        0,
        maxListed,
      );
      const answers = rows.length
        ? await listAnswers(
            ctx,
            site.id,
            rows.map(({ id }) => id),
          )
        : [];
      const others = await Promise.all(
        ctx.knowledge.map((source) => source.list(site, { language: language.tag, limit: maxListed })),
      );
      const guides = others.flat();
      const body = [
        `# ${line(site.name)}`,
        `> ${language.texts.helpLead}`,
        ...(guides.length
          ? [
              `## ${language.texts.articles}`,
              guides
                .map(
                  ({ title, path, text }) =>
                    `- [${line(cut(title, 200))}](${ctx.config.publicUrl}${path}.md): ${line(cutAtWord(text, 150))}`,
                )
                .join('\n'),
            ]
          : []),
        `## ${language.texts.questions}`,
        rows
          .map((row) => {
            const first = answers.find(({ questionId }) => questionId === row.id);
            const path = `${ctx.config.publicUrl}${questionPath(site.key, row.id, row.slug)}.md`;
            return `- [${line(cut(row.title, 200))}](${path})${first ? `: ${line(excerpt(first.rich, 150))}` : ''}`;
          })
          .join('\n'),
        ...ctx
          .listHomeLinks(site, language.tag)
          .filter(({ hasMarkdown }) => hasMarkdown)
          .map(
            ({ label, lead, path }) => `- [${line(label)}](${ctx.config.publicUrl}${path}.md): ${line(lead)}`,
          ),
      ].join('\n\n');
      return hono.body(`${body}\n`, 200, headersFor('text/plain'));
    })(hono),
  );
};

/** The help centre for programs. */
export const mountMachinePages = (app: Hono, ctx: Context): void => {
  mountSitemaps(app, ctx);
  mountFeed(app, ctx);
  mountMarkdown(app, ctx);
};
