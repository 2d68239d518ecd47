import * as contract from '../../shared/comments/routes.ts';
import * as schema from '../../shared/comments/schema.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { toCommentView } from './views.ts';
import { answer, decide, listQueue, setOpen } from './moderate.ts';

/** Staff routes of comments: look, decide, answer, close a page. */
export const mountCommentsForStaff = (api: Api): void => {
  mount(
    api,
    contract.listStaffComments,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      query: schema.staffQuery,
      reply: schema.staffList,
      operationId: 'listStaffComments',
      scope: 'content:read',
      summary: 'List comments by status',
    },
    async ({ ctx, site, query }) => listQueue(ctx, site, query),
  );

  mount(
    api,
    contract.postDecisions,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      body: schema.decideComments,
      reply: schema.decidedReply,
      operationId: 'moderateComments',
      scope: 'content:write',
      summary: 'Approve comments, mark them as spam, or delete them',
    },
    async ({ ctx, site, body }) => ({ changed: await decide(ctx, site, body.ids, body.decision) }),
  );

  mount(
    api,
    contract.postAnswer,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      body: schema.answerComment,
      reply: schema.answerReply,
      operationId: 'replyToComment',
      scope: 'content:write',
      summary: 'Reply to a comment as the team',
    },
    async ({ ctx, site, session, parameter, body }) => ({
      comment: toCommentView(await answer(ctx, site, session.staff, parameter('comment'), body)),
    }),
  );

  mount(
    api,
    contract.postPageOpen,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      body: schema.closePage,
      reply: schema.doneReply,
      operationId: 'setPageComments',
      scope: 'content:write',
      summary: 'Open or close comments on a page',
    },
    async ({ ctx, site, parameter, body }) => {
      await setOpen(ctx, site, parameter('page'), body.open);
      return { done: true } as const;
    },
  );
};
