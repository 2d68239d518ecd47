/** @jsxImportSource hono/jsx */
import type { Context as HonoContext, Hono } from 'hono';
import { limitPage } from '../pages/forms.ts';
import { Layout } from '../pages/layout.tsx';
import { privateHeaders } from '../pages/pages.tsx';
import { fill, type PageLanguage } from '../pages/texts.ts';
import type { Context } from '../../context.ts';
import type { Site } from '../people/sites/sites.ts';

/** The step of following: its beginning or its end. */
export type FollowPurpose = 'follow' | 'unfollow';

/** Somebody's link: whose it is, and what their press does. */
export interface FollowLink {
  site: Site;
  language: PageLanguage;
  texts: Readonly<
    Record<`${FollowPurpose}${'Title' | 'Text' | 'Done'}` | 'confirmButton' | 'unfollow', string>
  >;
  /** The title and place of what they follow; null where it is no more. */
  title: string;
  href: string | null;
  /** Follows, or follows no more. */
  act(): Promise<unknown>;
}

/**
 * Mounts the pages behind the links of mails to followers. Opening one changes nothing: mail programs and their scanners
 * open everything. A press does, on the page or by a mail program for its reader (RFC 8058), which has no origin to show.
 * @param base the path that `/follow/:token` and `/unfollow/:token` stand under
 * @param find whose link it is. @throws Failure `not_found`
 */
export const mountFollowLinks = (
  app: Hono,
  ctx: Context,
  base: string,
  find: (hono: HonoContext, purpose: FollowPurpose) => Promise<FollowLink>,
): void => {
  for (const purpose of ['follow', 'unfollow'] as const) {
    const show = async (hono: HonoContext, isDone: boolean): Promise<Response> => {
      limitPage(ctx, hono);
      const { site, language, texts, title, href, act } = await find(hono, purpose);
      if (isDone) await act();
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
          {href && (
            <p>
              <a href={href}>
                <bdi>{title}</bdi>
              </a>
            </p>
          )}
        </Layout>
      );
      return hono.html(`<!doctype html>${String(html)}`, 200, {
        ...privateHeaders,
        'referrer-policy': 'no-referrer',
      });
    };
    app.get(`${base}/${purpose}/:token`, (hono) => show(hono, false));
    app.post(`${base}/${purpose}/:token`, (hono) => show(hono, true));
  }
};
