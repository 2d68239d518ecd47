/** @jsxImportSource hono/jsx */
import type { Context as HonoContext, Hono } from 'hono';
import type { Context } from '../../context.ts';
import { notFound } from '../../core/http/failure.ts';
import { readMailToken } from '../../core/mail/signing.ts';
import { limitPage } from '../../core/pages/forms.ts';
import { Layout } from '../../core/pages/layout.tsx';
import { privateHeaders } from '../../core/pages/pages.tsx';
import { chooseLanguage, fill } from '../../core/pages/texts.ts';
import { communityTexts } from '../communityTexts.ts';
import { findFollowerById } from '../queries/followers.ts';
import { findPublished } from '../queries/questions.ts';
import { questionPath } from '../rules.ts';
import { confirmFollow, endFollows } from '../writes/followers.ts';

/*
 * Behind the links of mails about answers. Opening one changes nothing: mail programs and their scanners open
 * everything. A press does, on the page or by a mail program for its reader (RFC 8058), which has no origin to show.
 */
export const mountFollowPages = (app: Hono, ctx: Context): void => {
  for (const purpose of ['follow', 'unfollow'] as const) {
    const show = async (hono: HonoContext, isDone: boolean): Promise<Response> => {
      limitPage(ctx, hono);
      const id = readMailToken(ctx, `${purpose}Answers`, hono.req.param('token') ?? '');
      // The signature vouches for the id, whichever site's it is.
      const follower = id ? await findFollowerById(ctx, id) : null;
      const site = follower && (await ctx.sites.byId(follower.siteId));
      if (!follower || !site) throw notFound();
      const question = await findPublished(ctx, site.id, follower.questionId);
      const language = chooseLanguage(site.settings, hono.req.query('lang') ?? follower.language, undefined);
      const texts = communityTexts(language.tag);
      if (isDone) await (purpose === 'follow' ? confirmFollow : endFollows)(ctx, follower);
      const title = question?.title ?? site.name;
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
          {question && (
            <p>
              <a href={`${questionPath(site.key, question.id, question.slug)}?lang=${language.tag}`}>
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
    app.get(`/questions/${purpose}/:token`, (hono) => show(hono, false));
    app.post(`/questions/${purpose}/:token`, (hono) => show(hono, true));
  }
};
