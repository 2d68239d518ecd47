import { done } from '../../../shared/core/conversations/schema.ts';
import * as contract from '../../../shared/core/moderation/routes.ts';
import * as schema from '../../../shared/core/moderation/schema.ts';
import { type Api, mount } from '../http/mount.ts';
import { addBlock, endBlock, toBlockView } from './blocking.ts';
import { listBlockRows } from './queries.ts';
import { decideItems, listQueue } from './queue.ts';
import { tryRules } from './tryRules.ts';

const reads = { access: 'staff', rate: 'staff', role: 'moderator', scope: 'content:read' } as const;
const writes = { access: 'staff', rate: 'staff', role: 'moderator', scope: 'content:write' } as const;

const mountQueue = (api: Api): void => {
  mount(
    api,
    contract.listModerated,
    {
      ...reads,
      query: schema.queueQuery,
      reply: schema.queueReply,
      operationId: 'listModerationQueue',
      summary: 'List what visitors wrote in public, of all kinds, by status',
    },
    ({ ctx, site, query }) => listQueue(ctx, site, query),
  );

  mount(
    api,
    contract.decideModerated,
    {
      ...writes,
      body: schema.decideItems,
      reply: schema.decidedItems,
      operationId: 'moderate',
      summary: 'Publish items, hide them, or hold them',
    },
    ({ ctx, site, body }) => decideItems(ctx, site, body),
  );

  mount(
    api,
    contract.tryModeration,
    {
      ...reads,
      role: 'admin',
      audit: false,
      body: schema.tryText,
      reply: schema.triedText,
      operationId: 'tryModerationRules',
      summary: 'Show what the moderation rules would make of a text',
    },
    ({ ctx, site, session, body }) => tryRules(ctx, site, session.staff.id, body),
  );
};

const mountBlocks = (api: Api): void => {
  mount(
    api,
    contract.listBlocks,
    {
      ...reads,
      reply: schema.blockList,
      operationId: 'listBlocks',
      summary: 'List who can’t post in public',
    },
    async ({ ctx, site }) => ({
      blocks: (await listBlockRows(ctx, site.id, ctx.clock.now())).map(toBlockView),
    }),
  );

  mount(
    api,
    contract.postBlock,
    {
      ...writes,
      body: schema.addBlock,
      reply: schema.blockReply,
      operationId: 'addBlock',
      summary: 'Block an author, an email or an address range from posting in public',
    },
    ({ ctx, site, session, body }) => addBlock(ctx, site, session.staff.id, body),
  );

  mount(
    api,
    contract.deleteBlock,
    { ...writes, reply: done, operationId: 'removeBlock', summary: 'End a block' },
    async ({ ctx, site, parameter }) => {
      await endBlock(ctx, site, parameter('block'));
      return { done: true as const };
    },
  );
};

/** The queue of everything that visitors write in public, and who is blocked there. */
export const mountModeration = (api: Api): void => {
  mountQueue(api);
  mountBlocks(api);
};
