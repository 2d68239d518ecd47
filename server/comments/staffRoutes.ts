import * as contract from '../../shared/comments/routes.ts';
import * as schema from '../../shared/comments/schema.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { editAsStaff, pin } from './pinning.ts';
import { listVersions } from './queries/moderation.ts';
import { toCommentView } from './views.ts';
import { answer, decide, listQueue, setOpen } from './moderate.ts';

/** Pinning a comment, and changing its words. */
const mountChanges = (api: Api): void => {
  const writes = { access: 'staff', rate: 'staff', role: 'moderator', scope: 'content:write' } as const;
  mount(
    api,
    contract.postPin,
    {
      ...writes,
      body: schema.pinComment,
      reply: schema.doneReply,
      operationId: 'pinComment',
      summary: 'Pin a comment to the top of its page, or unpin it',
    },
    async ({ ctx, site, parameter, body }) => {
      await pin(ctx, site, parameter('comment'), body.pinned);
      return { done: true } as const;
    },
  );

  mount(
    api,
    contract.postStaffEdit,
    {
      ...writes,
      body: schema.editByStaff,
      reply: schema.doneReply,
      operationId: 'editCommentAsTeam',
      summary: 'Edit a comment as the team; it’s marked, and what it said before is kept',
    },
    async ({ ctx, site, session, parameter, body }) => {
      await editAsStaff(ctx, site, session.staff.id, parameter('comment'), body);
      return { done: true } as const;
    },
  );

  mount(
    api,
    contract.getCommentHistory,
    {
      ...writes,
      scope: 'content:read',
      reply: schema.commentHistory,
      operationId: 'getCommentHistory',
      summary: 'List what a comment said before the team changed it',
    },
    async ({ ctx, site, parameter }) => ({
      versions: (await listVersions(ctx, site.id, parameter('comment'))).map((version) => ({
        ...version,
        by: version.by ?? '',
      })),
    }),
  );
};

/** Staff routes of comments: look, decide, answer, pin, edit, close a page. */
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

  mountChanges(api);
};
