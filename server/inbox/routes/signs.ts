import * as contract from '../../../shared/inbox/routes.ts';
import * as schema from '../../../shared/inbox/schema.ts';
import type { ViewingSignal } from '../../../shared/inbox/events.ts';
import type { TypingSignal } from '../../../shared/core/conversations/events.ts';
import {
  done as doneSchema,
  markSeen as markSeenBody,
  typing,
} from '../../../shared/core/conversations/schema.ts';
import { markSeen } from '../../core/conversations/writes/changes.ts';
import { type Api, mount } from '../../core/http/mount.ts';
import { takeOffer } from '../assign/queries.ts';
import { seeMention } from '../writes/mentions.ts';
import { done, conversationOf } from './conversation.ts';

/** Routes of signs to visitors: seen, typing. */
const mountSeenAndTyping = (api: Api): void => {
  mount(
    api,
    contract.postStaffSeen,
    {
      access: 'staff',
      audit: false,
      rate: 'staff',
      body: markSeenBody,
      reply: doneSchema,
      operationId: 'markConversationSeen',
      scope: 'conversations:write',
      summary: 'Mark messages as seen by staff',
    },
    async (call) => {
      const { ctx, site, session, body } = call;
      const row = await conversationOf(call);
      await markSeen(ctx, row, 'staff', body.seq);
      await seeMention(ctx, site.id, row.id, session.staff.id);
      await takeOffer(ctx, site.id, row.id, session.staff.id);
      return done;
    },
  );

  mount(
    api,
    contract.postStaffTyping,
    {
      access: 'staff',
      audit: false,
      rate: 'staff',
      body: typing,
      reply: doneSchema,
      operationId: 'reportStaffTyping',
      scope: null,
      person: 'A visitor is shown that a person is typing.',
      summary: 'Report that an agent is typing or has stopped',
    },
    async (call) => {
      const { ctx, site, session, body } = call;
      const row = await conversationOf(call);
      const { id, name } = session.staff;
      ctx.bus.signal({
        site: site.id,
        to: { staff: true, visitor: row.visitorId },
        except: id,
        kind: 'typing',
        data: {
          conversation: row.id,
          by: { kind: 'staff', id, name },
          typing: body.typing,
        } satisfies TypingSignal['data'],
      });
      return done;
    },
  );
};

/** Routes of signs to colleagues: looking. */
const mountViewing = (api: Api): void => {
  mount(
    api,
    contract.postViewing,
    {
      access: 'staff',
      audit: false,
      rate: 'staff',
      body: schema.viewing,
      reply: doneSchema,
      operationId: 'reportViewing',
      scope: null,
      person: 'Colleagues are shown that a person is looking.',
      summary: 'Tell colleagues that you’re viewing, writing in or leaving a conversation',
    },
    async (call) => {
      const { ctx, site, session, body } = call;
      const row = await conversationOf(call);
      const { id, name } = session.staff;
      if (body.state !== 'left') await takeOffer(ctx, site.id, row.id, id);
      ctx.bus.signal({
        site: site.id,
        to: { staff: true },
        except: id,
        kind: 'viewing',
        data: { conversation: row.id, by: { id, name }, ...body } satisfies ViewingSignal['data'],
      });
      return done;
    },
  );
};

/** Routes of a person's signs at the inbox: seen, typing, looking. */
export const mountWhoIsThere = (api: Api): void => {
  mountSeenAndTyping(api);
  mountViewing(api);
};
