/** @jsxImportSource hono/jsx */
import type { Context as HonoContext, Hono } from 'hono';
import { errorStatus } from '../../../shared/core/errors.ts';
import type { Context } from '../../context.ts';
import { sendAsset } from '../http/assets.ts';
import { asFailure, notFound } from '../http/failure.ts';
import { pageHeaders } from '../http/securityHeaders.ts';
import type { Site } from '../people/sites/sites.ts';
import { Layout, themeCss } from './layout.tsx';
import { strayResponse } from './strayPage.tsx';
import { stylesheet, stylesheetPath } from './styles.ts';
import { chooseLanguage, fill, type PageLanguage } from './texts.ts';

export interface PageCall {
  ctx: Context;
  hono: HonoContext;
  site: Site;
  language: PageLanguage;
}

const failurePage = (call: PageCall, error: unknown): Response => {
  const { hono, language, site, ctx } = call;
  const failure = asFailure(error);
  const { texts } = language;
  const [title, text] =
    failure.code === 'not_found'
      ? [texts.notFoundTitle, texts.notFoundText]
      : failure.code === 'gone'
        ? [texts.goneTitle, texts.goneText]
        : failure.code === 'limited'
          ? [texts.tooManyTitle, fill(texts.tooManyText, { seconds: Math.ceil(failure.retryAfter ?? 60) })]
          : [texts.brokenTitle, texts.brokenText];
  if (errorStatus[failure.code] >= 500) {
    ctx.metrics.faults.inc({ kind: failure.code });
    ctx.log.error({ err: error, route: hono.req.routePath }, 'page failed');
  }
  const page = (
    <Layout site={site} language={language} title={title} secret>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a class="button" href={`/sites/${site.key}/questions?lang=${language.tag}`}>
          {texts.allQuestions}
        </a>
      </p>
    </Layout>
  );
  return hono.html(`<!doctype html>${String(page)}`, errorStatus[failure.code], {
    ...pageHeaders,
    'cache-control': 'no-store',
    ...(failure.retryAfter !== undefined && { 'retry-after': String(Math.ceil(failure.retryAfter)) }),
  });
};

/** Runs a page's handler with its site and language; what it throws becomes a page, too. */
export const withSite =
  (ctx: Context, handler: (call: PageCall) => Promise<Response>) =>
  async (hono: HonoContext): Promise<Response> => {
    const site = await ctx.sites.byKey(hono.req.param('site') ?? '');
    if (!site) return strayResponse(hono, notFound());
    const language = chooseLanguage(
      site.settings,
      hono.req.query('lang'),
      hono.req.header('accept-language'),
    );
    const call = { ctx, hono, site, language };
    try {
      return await handler(call);
    } catch (error) {
      return failurePage(call, error);
    }
  };

export const privateHeaders: Record<string, string> = {
  ...pageHeaders,
  'cache-control': 'private, no-store',
};

/** Mounts the shared parts of every site's pages: the stylesheet and the theme. */
export const mountPageParts = (app: Hono, ctx: Context): void => {
  app.get(stylesheetPath, (hono) =>
    sendAsset(hono, stylesheet, { 'cache-control': 'public, max-age=31536000, immutable' }),
  );
  app.get('/sites/:site/theme.css', async (hono) => {
    const site = await ctx.sites.byKey(hono.req.param('site'));
    if (!site) throw notFound();
    return hono.body(themeCss(site), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
    });
  });
  app.get('/', (hono) => hono.redirect('/inbox', 302));
};
