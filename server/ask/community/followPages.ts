import type { Hono } from 'hono';
import type { Context } from '../../context.ts';
import { notFound } from '../../core/http/failure.ts';
import { mountFollowLinks } from '../../core/mail/followPage.tsx';
import { readMailToken } from '../../core/mail/signing.ts';
import { withLanguage } from '../../core/pages/links.ts';
import { chooseLanguage } from '../../core/pages/texts.ts';
import { communityTexts } from '../communityTexts.ts';
import { findFollowerById } from '../queries/followers.ts';
import { findPublished } from '../queries/questions.ts';
import { questionPath } from '../rules.ts';
import { confirmFollow, endFollows } from '../writes/followers.ts';

/** Behind the links of mails about answers. */
export const mountFollowPages = (app: Hono, ctx: Context): void =>
  mountFollowLinks(app, ctx, '/questions', async (hono, purpose) => {
    const id = readMailToken(ctx, `${purpose}Answers`, hono.req.param('token') ?? '');
    // The signature vouches for the id, whichever site's it is.
    const follower = id ? await findFollowerById(ctx, id) : null;
    const site = follower && (await ctx.sites.byId(follower.siteId));
    if (!follower || !site) throw notFound();
    const question = await findPublished(ctx, site.id, follower.questionId);
    const language = chooseLanguage(site.settings, hono.req.query('lang') ?? follower.language, undefined);
    return {
      site,
      language,
      texts: communityTexts(language.tag),
      title: question?.title ?? site.name,
      href: question && withLanguage(questionPath(site.key, question.id, question.slug), language.tag),
      act: () => (purpose === 'follow' ? confirmFollow : endFollows)(ctx, follower),
    };
  });
