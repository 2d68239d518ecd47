import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { notFound } from '../core/http/failure.ts';
import { mountFollowLinks } from '../core/mail/followPage.tsx';
import { readMailToken } from '../core/mail/signing.ts';
import { chooseLanguage } from '../core/pages/texts.ts';
import { commentMailTexts } from './mailTexts.ts';
import { findFollowerById } from './queries/followers.ts';
import { findPages } from './queries/pages.ts';
import { confirmFollow, endFollows } from './writes/followers.ts';

/** Behind the links of mails about comments. */
export const mountFollowPages = (app: Hono, ctx: Context): void =>
  mountFollowLinks(app, ctx, '/comments', async (hono, purpose) => {
    const id = readMailToken(ctx, purpose, hono.req.param('token') ?? '');
    // The signature vouches for the id, whichever site's it is.
    const follower = id ? await findFollowerById(ctx, id) : null;
    const site = follower && (await ctx.sites.byId(follower.siteId));
    const [page] = follower ? await findPages(ctx, follower.siteId, [follower.pageId]) : [];
    if (!follower || !site || !page) throw notFound();
    const language = chooseLanguage(site.settings, hono.req.query('lang') ?? follower.language, undefined);
    return {
      site,
      language,
      texts: commentMailTexts(language.tag),
      title: page.title || page.url,
      href: page.url,
      act: () => (purpose === 'follow' ? confirmFollow : endFollows)(ctx, follower),
    };
  });
