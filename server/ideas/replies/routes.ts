import { done } from '../../../shared/core/conversations/schema.ts';
import * as contract from '../../../shared/ideas/routes.ts';
import * as schema from '../../../shared/ideas/schema.ts';
import { type Api, mount } from '../../core/http/mount.ts';
import { addReply, deleteReply, editReply } from './replying.ts';
import { toOwnReplyView } from './views.ts';

/** A visitor's own replies to ideas. */
export const mountReplies = (api: Api): void => {
  mount(
    api,
    contract.postIdeaReply,
    {
      access: 'newcomer',
      rate: 'write',
      body: schema.replyBody,
      reply: schema.ownIdeaReplyReply,
      operationId: 'replyToIdea',
      summary: 'Reply to an idea',
    },
    async ({ ctx, site, visitor, parameter, body, address }) => ({
      reply: toOwnReplyView(
        await addReply(ctx, site, visitor, parameter('idea'), body, { address, isPlain: false }),
      ),
    }),
  );

  mount(
    api,
    contract.editIdeaReply,
    {
      access: 'visitor',
      rate: 'write',
      body: schema.editReplyBody,
      reply: schema.ownIdeaReplyReply,
      operationId: 'editOwnIdeaReply',
      summary: 'Edit one’s own reply to an idea',
    },
    async ({ ctx, site, visitor, parameter, body, address }) => ({
      reply: toOwnReplyView(
        await editReply(ctx, site, visitor, parameter('reply'), body, { address, isPlain: false }),
      ),
    }),
  );

  mount(
    api,
    contract.deleteIdeaReply,
    {
      access: 'visitor',
      rate: 'write',
      reply: done,
      operationId: 'deleteOwnIdeaReply',
      summary: 'Delete one’s own reply to an idea',
    },
    async ({ ctx, site, visitor, parameter }) => {
      await deleteReply(ctx, site, visitor, parameter('reply'));
      return { done: true as const };
    },
  );
};
