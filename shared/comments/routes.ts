import { route } from '../core/route.ts';
import type * as schema from './schema.ts';
import type { Decision, StaffState } from './states.ts';

interface PageOf {
  url: string;
  page?: string;
}

export const listComments = route<undefined, schema.CommentList, schema.ListQuery>(
  'GET',
  '/api/sites/:site/comments',
);
/** Changes on a page since a place in its log. */
export const getCommentChanges = route<undefined, schema.CommentChanges, PageOf & { after: number }>(
  'GET',
  '/api/sites/:site/comments/news',
);
/**
 * Server-sent events for who reads a page: each comment that was added, changed or taken away, as it is now
 * (`CommentEvent`). Query `after` or header `Last-Event-ID`: the cursor to resume from; `reset` means to ask for the
 * news instead. `poll`: one answer with what there is.
 */
export const commentsLive = route<undefined, undefined, PageOf & { after?: string; poll?: '1' }>(
  'GET',
  '/api/sites/:site/comments/live',
);
/** The visitor's own comments that wait on a page, and their votes. */
export const getMine = route<undefined, schema.MineReply, PageOf>('GET', '/api/sites/:site/comments/mine');
export const postComment = route<schema.NewComment, schema.OwnReply>('POST', '/api/sites/:site/comments');
export const postPreview = route<{ body: string }, schema.PreviewReply>(
  'POST',
  '/api/sites/:site/comments/preview',
);
/** Approved comments of many pages at once. */
export const postCounts = route<schema.CountPages, schema.CountsReply>(
  'POST',
  '/api/sites/:site/comments/counts',
);
/** The replies of a thread that a list left out. */
export const getThreadRest = route<undefined, schema.ThreadReply, { skip: number }>(
  'GET',
  '/api/sites/:site/comments/:comment/replies',
);
export const postEdit = route<schema.EditComment, schema.OwnReply>(
  'POST',
  '/api/sites/:site/comments/:comment/edit',
);
export const postDelete = route<Record<never, never>, schema.DoneReply>(
  'POST',
  '/api/sites/:site/comments/:comment/delete',
);
export const postVote = route<{ value: 1 | 0 | -1 }, schema.VotesReply>(
  'POST',
  '/api/sites/:site/comments/:comment/vote',
);
export const postReport = route<schema.ReportComment, schema.DoneReply>(
  'POST',
  '/api/sites/:site/comments/:comment/report',
);

export const listStaffComments = route<
  undefined,
  schema.StaffList,
  { state: StaffState; search?: string | undefined; after?: string | undefined }
>('GET', '/api/inbox/:site/comments');
export const postDecisions = route<{ ids: string[]; decision: Decision }, schema.DecidedReply>(
  'POST',
  '/api/inbox/:site/comments/decide',
);
export const postAnswer = route<{ id: string; body: string }, schema.AnswerReply>(
  'POST',
  '/api/inbox/:site/comments/:comment/answer',
);
export const postPageOpen = route<{ open: boolean }, schema.DoneReply>(
  'POST',
  '/api/inbox/:site/comments/pages/:page',
);
/** Pins a comment to the top of its page, or takes it off. */
export const postPin = route<{ pinned: boolean }, schema.DoneReply>(
  'POST',
  '/api/inbox/:site/comments/:comment/pin',
);
export const postStaffEdit = route<schema.EditByStaff, schema.DoneReply>(
  'POST',
  '/api/inbox/:site/comments/:comment/edit',
);
export const getCommentHistory = route<undefined, schema.CommentHistory>(
  'GET',
  '/api/inbox/:site/comments/:comment/history',
);
/** Makes the link with which whoever is logged in moderates one page's comments on that page. */
export const postPagePass = route<undefined, schema.PagePass>(
  'POST',
  '/api/inbox/:site/comments/pages/:page/pass',
);
/* Staff on the page itself, with `Authorization: Bearer <pass>`. */
export const getPageModeration = route<undefined, schema.PageModeration, schema.PageQuery>(
  'GET',
  '/api/sites/:site/comments/moderation',
);
export const postPageModeration = route<schema.ModeratePage, schema.PageModeration>(
  'POST',
  '/api/sites/:site/comments/moderation',
);
