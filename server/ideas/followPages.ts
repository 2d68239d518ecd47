import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { mountFollowerPages } from '../core/following/followerPages.ts';
import { withLanguage } from '../core/pages/links.ts';
import { findFollowerById } from './queries/followers.ts';
import { findIdea, groupOf } from './queries/ideas.ts';
import { ideaPath } from './rules.ts';
import { ideaTexts } from './texts.ts';
import { confirmFollow, endFollows } from './writes/followers.ts';

/** Behind the links of mails about ideas. */
export const mountIdeaFollowPages = (app: Hono, ctx: Context): void =>
  mountFollowerPages(app, ctx, '/ideas', {
    purposes: { follow: 'followIdea', unfollow: 'unfollowIdea' },
    findFollowerById,
    confirmFollow,
    endFollows,
    textsOf: ideaTexts,
    async find(site, { ideaId }, { tag }) {
      const row = await findIdea(ctx, site.id, ideaId);
      const root = row?.mergedInto ? await findIdea(ctx, site.id, row.mergedInto) : row;
      const idea = root?.state === 'public' ? root : null;
      return {
        title: idea?.title ?? site.name,
        href: idea && withLanguage(ideaPath(site.key, idea.id, idea.slug), tag),
        subjects: await groupOf(ctx, site.id, root?.id ?? ideaId),
      };
    },
  });
