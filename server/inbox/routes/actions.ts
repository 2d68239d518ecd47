import { readNames } from '../queries/changeNames.ts';
import { toStaffViews } from '../../core/conversations/queries/staffView.ts';
import * as contract from '../../../shared/inbox/routes.ts';
import * as schema from '../../../shared/inbox/schema.ts';
import { type Api, mount } from '../../core/http/mount.ts';
import { act, undo } from '../writes/actions.ts';
import { applyChange } from '../change.ts';
import { splitConversation, undoSplit } from '../writes/splitting.ts';
import { unmergeConversation } from '../writes/unmerging.ts';
import { conversationOf, viewOne } from './conversation.ts';

/** Changing conversations, one or many, and undoing it. */
export const mountActions = (api: Api): void => {
  mount(
    api,
    contract.patchConversation,
    {
      access: 'staff',
      rate: 'staff',
      body: schema.conversationChange,
      reply: schema.conversationReply,
      operationId: 'updateConversation',
      scope: 'conversations:write',
      summary:
        'Assign, label, snooze, close, reopen, merge, mark as not spam, or change priority or promised time',
    },
    async (call) => {
      const { ctx, site, session, body } = call;
      const row = await conversationOf(call);
      const names = await readNames(ctx, site.id, body);
      return {
        conversation: await viewOne(ctx, await applyChange(ctx, row, body, names, session.staff)),
      };
    },
  );

  mount(
    api,
    contract.postAction,
    {
      access: 'staff',
      rate: 'staff',
      body: schema.inboxAction,
      reply: schema.actionReply,
      operationId: 'updateConversations',
      scope: 'conversations:write',
      summary: 'Change up to a hundred conversations in one action that can be undone',
    },
    async ({ ctx, site, session, body }) => {
      const { rows, refused, undoable } = await act(ctx, site.id, session.staff, body);
      return { conversations: await toStaffViews(ctx, site.id, rows), refused, undoable };
    },
  );

  mount(
    api,
    contract.undoAction,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.actionReply,
      operationId: 'undoAction',
      scope: 'conversations:write',
      summary: 'Undo an action within a minute',
    },
    async ({ ctx, site, session, parameter }) => {
      const { rows, refused, undoable } = await undo(ctx, site.id, session.staff, parameter('action'));
      return { conversations: await toStaffViews(ctx, site.id, rows), refused, undoable };
    },
  );

  mount(
    api,
    contract.unmerge,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.conversationReply,
      operationId: 'unmergeConversation',
      scope: 'conversations:write',
      summary: 'Unmerge a conversation',
    },
    async (call) => ({
      conversation: await viewOne(
        call.ctx,
        await unmergeConversation(call.ctx, await conversationOf(call), call.session.staff),
      ),
    }),
  );
};

/** Making two conversations of one. */
export const mountSplitting = (api: Api): void => {
  mount(
    api,
    contract.splitConversation,
    {
      access: 'staff',
      rate: 'staff',
      body: schema.split,
      reply: schema.conversationReply,
      operationId: 'splitConversation',
      scope: 'conversations:write',
      summary: 'Split a conversation: the messages from one on become their own',
    },
    async (call) => {
      const row = await conversationOf(call);
      const made = await splitConversation(call.ctx, row, call.body, call.session.staff);
      return { conversation: await viewOne(call.ctx, made) };
    },
  );

  mount(
    api,
    contract.undoSplit,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.conversationReply,
      operationId: 'undoSplit',
      scope: 'conversations:write',
      summary: 'Undo a split: its messages go back',
    },
    async (call) => ({
      conversation: await viewOne(
        call.ctx,
        await undoSplit(call.ctx, await conversationOf(call), call.session.staff),
      ),
    }),
  );
};
