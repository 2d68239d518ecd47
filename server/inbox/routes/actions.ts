import { readNames } from '../queries/changeNames.ts';
import { describeForStaff } from '../../core/conversations/queries/staffView.ts';
import * as contract from '../../../shared/inbox/routes.ts';
import * as schema from '../../../shared/inbox/schema.ts';
import { type Api, mount } from '../../core/http/mount.ts';
import { act, undo } from '../writes/actions.ts';
import { applyChange } from '../change.ts';
import { unmergeConversation } from '../writes/unmerging.ts';
import { conversationOf, describeOne } from './conversation.ts';

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
      summary: 'Assign, label, snooze, close, reopen, merge, let in, change priority or promise',
    },
    async (call) => {
      const { ctx, site, session, body } = call;
      const row = await conversationOf(call);
      const names = await readNames(ctx, site.id, body);
      return {
        conversation: await describeOne(ctx, await applyChange(ctx, row, body, names, session.staff)),
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
      summary: 'The same change of up to a hundred conversations, to be undone at once',
    },
    async ({ ctx, site, session, body }) => {
      const { rows, refused, undoable } = await act(ctx, site.id, session.staff, body);
      return { conversations: await describeForStaff(ctx, site.id, rows), refused, undoable };
    },
  );

  mount(
    api,
    contract.undoAction,
    { access: 'staff', rate: 'staff', reply: schema.actionReply, summary: 'Undo it, within a minute' },
    async ({ ctx, site, session, path }) => {
      const { rows, refused, undoable } = await undo(ctx, site.id, session.staff, path['action']!);
      return { conversations: await describeForStaff(ctx, site.id, rows), refused, undoable };
    },
  );

  mount(
    api,
    contract.unmerge,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.conversationReply,
      summary: 'Take a merged conversation out again',
    },
    async (call) => ({
      conversation: await describeOne(
        call.ctx,
        await unmergeConversation(call.ctx, await conversationOf(call), call.session.staff),
      ),
    }),
  );
};
