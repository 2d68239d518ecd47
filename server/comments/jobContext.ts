import { isSameEmail } from '../core/emailAddress.ts';
import { findPages, type PageRow } from './queries/pages.ts';
import { type CommentRow, findComment } from './queries/comments.ts';
import type { Context } from '../context.ts';
import type { Job, JobResult } from '../core/jobs/work.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { isMentioned } from '../core/mail/plan.ts';
import type { FollowerRow } from './queries/followers.ts';

export const hour = 3_600_000;

export const day = 24 * hour;

export const done: JobResult = { kind: 'done' };

export const look = async (
  ctx: Context,
  job: Job,
): Promise<{ site: Site; row: CommentRow; page: PageRow } | null> => {
  const site = await ctx.sites.byId(job.siteId);
  const row = await findComment(ctx, job.siteId, String(job.payload['comment']));
  const [page] = row ? await findPages(ctx, job.siteId, [row.pageId]) : [];
  return site && row && page ? { site, row, page } : null;
};

/** True for who wants to hear of a comment: all of the page, an answer to theirs, or one that names them. */
export const wants = (follower: FollowerRow, row: CommentRow, own: CommentRow | undefined): boolean =>
  follower.id !== row.id &&
  !isSameEmail(follower.email, row.email ?? '') &&
  (follower.commentId === null ||
    follower.commentId === row.parentId ||
    Boolean(own?.name && isMentioned(row.body, own.name)));
