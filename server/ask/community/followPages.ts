import type { Hono } from 'hono';
import type { Context } from '../../context.ts';
import { mountFollowerPages } from '../../core/following/followerPages.ts';
import { withLanguage } from '../../core/pages/links.ts';
import { communityTexts } from '../communityTexts.ts';
import { findFollowerById } from '../queries/followers.ts';
import { findPublished } from '../queries/questions.ts';
import { questionPath } from '../rules.ts';
import { confirmFollow, endFollows } from '../writes/followers.ts';

/** Behind the links of mails about answers. */
export const mountFollowPages = (app: Hono, ctx: Context): void =>
  mountFollowerPages(app, ctx, '/questions', {
    purposes: { follow: 'followAnswers', unfollow: 'unfollowAnswers' },
    findFollowerById,
    confirmFollow,
    endFollows,
    textsOf: communityTexts,
    async find(site, { questionId }, { tag }) {
      const question = await findPublished(ctx, site.id, questionId);
      return {
        title: question?.title ?? site.name,
        href: question && withLanguage(questionPath(site.key, question.id, question.slug), tag),
        subjects: [questionId],
      };
    },
  });
