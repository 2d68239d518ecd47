import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { mountFollowerPages } from '../core/following/followerPages.ts';
import { notFound } from '../core/http/failure.ts';
import { commentMailTexts } from './mailTexts.ts';
import { findFollowerById } from './queries/followers.ts';
import { findPages } from './queries/pages.ts';
import { confirmFollow, endFollows } from './writes/followers.ts';

/** Behind the links of mails about comments. */
export const mountFollowPages = (app: Hono, ctx: Context): void =>
  mountFollowerPages(app, ctx, '/comments', {
    purposes: { follow: 'follow', unfollow: 'unfollow' },
    findFollowerById,
    confirmFollow,
    endFollows,
    textsOf: commentMailTexts,
    async find(site, { pageId }) {
      const [page] = await findPages(ctx, site.id, [pageId]);
      if (!page) throw notFound();
      return { title: page.title || page.url, href: page.url, subjects: [pageId] };
    },
  });
