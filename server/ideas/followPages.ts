import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { notFound } from '../core/http/failure.ts';
import { mountFollowLinks } from '../core/mail/followPage.tsx';
import { readMailToken } from '../core/mail/signing.ts';
import { withLanguage } from '../core/pages/links.ts';
import { chooseLanguage } from '../core/pages/texts.ts';
import { findFollowerById } from './queries/followers.ts';
import { findIdea, groupOf } from './queries/ideas.ts';
import { ideaPath } from './rules.ts';
import { ideaTexts } from './texts.ts';
import { confirmFollow, endFollows } from './writes/followers.ts';

/** Behind the links of mails about ideas. */
export const mountIdeaFollowPages = (app: Hono, ctx: Context): void =>
  mountFollowLinks(app, ctx, '/ideas', async (hono, purpose) => {
    const id = readMailToken(ctx, `${purpose}Idea`, hono.req.param('token') ?? '');
    // The signature vouches for the id, whichever site's it is.
    const follower = id ? await findFollowerById(ctx, id) : null;
    const site = follower && (await ctx.sites.byId(follower.siteId));
    if (!follower || !site) throw notFound();
    const row = await findIdea(ctx, site.id, follower.ideaId);
    const root = row?.mergedInto ? await findIdea(ctx, site.id, row.mergedInto) : row;
    const idea = root?.state === 'public' ? root : null;
    const language = chooseLanguage(site.settings, hono.req.query('lang') ?? follower.language, undefined);
    return {
      site,
      language,
      texts: ideaTexts(language.tag),
      title: idea?.title ?? site.name,
      href: idea && withLanguage(ideaPath(site.key, idea.id, idea.slug), language.tag),
      act: async () =>
        purpose === 'follow'
          ? confirmFollow(ctx, follower)
          : endFollows(ctx, follower, await groupOf(ctx, site.id, root?.id ?? follower.ideaId)),
    };
  });
