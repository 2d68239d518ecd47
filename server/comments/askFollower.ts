import { askFollower } from '../core/following/askFollower.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { commentMailTexts } from './mailTexts.ts';
import { findFollower, isConfirmed } from './queries/followers.ts';

/** Asks whose address was given whether it was they. Nothing that the other person wrote is in it. */
export const askCommentFollower: JobHandler = async (ctx, job) => {
  const follower = await findFollower(ctx, job.siteId, String(job.payload['follower']));
  return askFollower(ctx, job, {
    follower,
    kind: 'comment',
    about: follower?.pageId ?? '',
    isConfirmed,
    textsOf: commentMailTexts,
    path: '/comments',
    purpose: 'follow',
  });
};
