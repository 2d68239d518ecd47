/** @jsxImportSource hono/jsx */
import { findFollowerById } from './queries/followers.ts';
import type { Context as HonoContext, Hono } from 'hono';
import type { Context } from '../context.ts';
import { notFound } from '../core/http/failure.ts';
import { readMailToken } from '../core/mail/signing.ts';
import { limitPage } from '../core/pages/forms.ts';
import { Layout } from '../core/pages/layout.tsx';
import { privateHeaders } from '../core/pages/pages.tsx';
import { chooseLanguage, fill } from '../core/pages/texts.ts';
import { confirmFollow, endFollows } from './writes/followers.ts';
import { commentMailTexts } from './mailTexts.ts';
import { findPages } from './queries/pages.ts';

/*
 * Behind the links of mails about comments. Opening one changes nothing: mail programs and their scanners open
 * everything. A press does, on the page or by a mail program for its reader (RFC 8058), which has no origin to show.
 */
export const mountFollowPages = (app: Hono, ctx: Context): void => {
  const find = async (hono: HonoContext, purpose: 'follow' | 'unfollow') => {
    limitPage(ctx, hono);
    const id = readMailToken(ctx, purpose, hono.req.param('token') ?? '');
    // The signature vouches for the id, whichever site's it is.
    const follower = id ? await findFollowerById(ctx, id) : null;
    const site = follower && (await ctx.sites.byId(follower.siteId));
    const [page] = follower ? await findPages(ctx, follower.siteId, [follower.pageId]) : [];
    if (!follower || !site || !page) throw notFound();
    const language = chooseLanguage(site.settings, hono.req.query('lang') ?? follower.language, undefined);
    const texts = commentMailTexts(language.tag);
    return { follower, site, page, language, texts, title: page.title || page.url };
  };

  for (const purpose of ['follow', 'unfollow'] as const) {
    const show = async (hono: HonoContext, isDone: boolean): Promise<Response> => {
      const { follower, site, page, language, texts, title } = await find(hono, purpose);
      if (isDone) await (purpose === 'follow' ? confirmFollow : endFollows)(ctx, follower);
      const heading = texts[`${purpose}Title`];
      const html = (
        <Layout site={site} language={language} title={heading} secret>
          <h1>{heading}</h1>
          {isDone ? (
            <p role="status">{texts[`${purpose}Done`]}</p>
          ) : (
            <form method="post">
              <p>{fill(texts[`${purpose}Text`], { title })}</p>
              <div class="row">
                <button type="submit">{purpose === 'follow' ? texts.confirmButton : texts.unfollow}</button>
              </div>
            </form>
          )}
          <p>
            <a href={page.url}>{title}</a>
          </p>
        </Layout>
      );
      return hono.html(`<!doctype html>${String(html)}`, 200, {
        ...privateHeaders,
        'referrer-policy': 'no-referrer',
      });
    };
    app.get(`/comments/${purpose}/:token`, (hono) => show(hono, false));
    app.post(`/comments/${purpose}/:token`, (hono) => show(hono, true));
  }
};
