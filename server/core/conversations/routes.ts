import { assertPresent } from '../assertPresent.ts';
import { readBearer } from '../people/visitors/visitor.ts';
import { toMessageViews, listMessages } from './queries/messages.ts';
import { rotateVisitorSecret } from '../people/visitors/writes.ts';
import { z } from 'zod';
import type { TypingSignal } from '../../../shared/core/conversations/events.ts';
import * as contract from '../../../shared/core/conversations/routes.ts';
import { seenPage } from './hostContext.ts';
import { whereabouts } from '../../../shared/core/conversations/hostPage.ts';
import { postWhereabouts } from '../../../shared/core/conversations/whereaboutsRoutes.ts';
import * as schema from '../../../shared/core/conversations/schema.ts';
import { readAfter, streamQuery } from '../events/streamQuery.ts';
import { Failure, notFound } from '../http/failure.ts';
import { type Api, type Call, mount, mountStream } from '../http/mount.ts';
import { greetWithPresence } from '../people/staff/presence.ts';
import { isSecret } from '../people/secrets.ts';
import { findVisitor } from '../people/visitors/visitors.ts';
import {
  type ConversationRow,
  findConversation,
  listOfVisitor,
  readCursor,
} from './queries/conversations.ts';
import { toVisitorViews } from './queries/visitorView.ts';
import { markSeen } from './writes/changes.ts';
import { addVisitorMessage } from './writes/messages.ts';
import { takeBackMessage } from './writes/redact.ts';
import type { Context } from '../../context.ts';

/** A conversation with its public messages, as its visitor sees it. */
export const visitorThread = async (
  ctx: Context,
  siteId: string,
  row: ConversationRow,
): Promise<schema.VisitorThread> => {
  const cursor = await readCursor(ctx, siteId);
  const [conversation] = await toVisitorViews(ctx, siteId, [row.id]);
  const messages = await toMessageViews(ctx, siteId, await listMessages(ctx, siteId, row.id, false));
  return { conversation: assertPresent(conversation, 'one row has one view'), messages, cursor };
};

const ownConversation = async ({ ctx, site, visitor, parameter }: Call<'visitor', unknown, unknown>) => {
  const row = await findConversation(ctx, site.id, parameter('conversation'), visitor.id);
  if (!row) throw notFound();
  return row;
};

/** A visitor’s conversations. */
const mountReading = (api: Api): void => {
  mount(
    api,
    contract.listConversations,
    {
      access: 'visitor',
      rate: 'read',
      reply: schema.visitorConversations,
      operationId: 'listOwnConversations',
      summary: 'List the visitor’s conversations, newest first',
    },
    async ({ ctx, site, visitor }) => {
      const cursor = await readCursor(ctx, site.id);
      const rows = await listOfVisitor(ctx, site.id, visitor.id);
      return {
        conversations: await toVisitorViews(
          ctx,
          site.id,
          rows.map((row) => row.id),
        ),
        cursor,
      };
    },
  );

  mount(
    api,
    contract.getThread,
    {
      access: 'visitor',
      rate: 'read',
      reply: schema.visitorThread,
      operationId: 'getOwnConversation',
      summary: 'Get a conversation with its messages',
    },
    async (call) => visitorThread(call.ctx, call.site.id, await ownConversation(call)),
  );

  mount(
    api,
    contract.postMessage,
    {
      access: 'visitor',
      rate: 'write',
      body: schema.sendMessage,
      reply: schema.messageReply,
      operationId: 'createOwnMessage',
      summary: 'Add a message',
    },
    async (call) => ({
      message: await addVisitorMessage(
        call.ctx,
        call.site,
        await ownConversation(call),
        call.visitor,
        call.body,
      ),
    }),
  );
};

/** Routes of a visitor's presence for staff: seen, typing, where they are. */
const mountSigns = (api: Api): void => {
  mount(
    api,
    contract.postSeen,
    {
      access: 'visitor',
      rate: 'event',
      body: schema.markSeen,
      reply: schema.done,
      operationId: 'markMessagesSeen',
      summary: 'Mark messages as seen by the visitor',
    },
    async (call) => {
      await markSeen(call.ctx, await ownConversation(call), 'visitor', call.body.seq);
      return { done: true as const };
    },
  );

  mount(
    api,
    contract.postTyping,
    {
      access: 'visitor',
      rate: 'event',
      body: schema.typing,
      reply: schema.done,
      operationId: 'reportTyping',
      summary: 'Report that the visitor is typing or has stopped',
    },
    async (call) => {
      const { ctx, site, visitor, body } = call;
      const row = await ownConversation(call);
      ctx.bus.signal({
        site: site.id,
        to: { staff: true },
        kind: 'typing',
        data: {
          conversation: row.id,
          by: { kind: 'visitor', id: visitor.id, name: visitor.name ?? '' },
          typing: body.typing,
        } satisfies TypingSignal['data'],
      });
      return { done: true as const };
    },
  );

  mount(
    api,
    postWhereabouts,
    {
      access: 'visitor',
      rate: 'event',
      body: whereabouts,
      reply: schema.done,
      operationId: 'reportCurrentPage',
      summary: 'Report which page the visitor is on',
    },
    async ({ ctx, site, visitor, body }) => {
      if (site.settings.share.page) ctx.whereabouts.announce(site.id, visitor.id, seenPage(site, body.page));
      return { done: true as const };
    },
  );
};

/** Treats a visitor who was erased while their stream was open as anonymous. */
const goneIsNobody = (error: unknown): null => {
  if (error instanceof Failure && error.code === 'gone') return null;
  throw error;
};

/** Taking back what was just said. */
const mountTakingBack = (api: Api): void => {
  mount(
    api,
    contract.takeBackMessage,
    {
      operationId: 'takeBackMessage',
      access: 'visitor',
      rate: 'write',
      reply: schema.messageReply,
      summary: 'Take back the visitor’s last message, within ten minutes and before a reply',
    },
    async (call) => ({
      message: await takeBackMessage(
        call.ctx,
        await ownConversation(call),
        call.parameter('message'),
        call.visitor,
      ),
    }),
  );
};

/** The visitor’s secret, and their live stream. */
const mountVisitorLive = (api: Api): void => {
  mount(
    api,
    contract.rotateSecret,
    {
      access: 'visitor',
      rate: 'write',
      body: z.strictObject({ secret: z.string().refine(isSecret) }),
      reply: schema.done,
      operationId: 'rotateVisitorSecret',
      summary: 'Replace the visitor’s secret; the old one expires an hour later',
    },
    async ({ ctx, site, visitor, body }) => {
      const other = await findVisitor(ctx, site.id, body.secret);
      if (other && other.id !== visitor.id) throw new Failure('conflict', 'This secret is already in use.');
      await rotateVisitorSecret(ctx, visitor, body.secret);
      return { done: true as const };
    },
  );

  mountStream(
    api,
    contract.visitorLive,
    {
      access: 'visitor',
      rate: 'live',
      query: streamQuery.extend({ here: z.string().max(200).optional() }),
      operationId: 'streamOwnEvents',
      summary: 'Stream what happens in the visitor’s conversations, and who’s online',
    },
    async ({ ctx, site, visitor, address, read, query }, sink) => {
      const secret = assertPresent(readBearer(read('authorization')), 'a visitor is known by it');
      await ctx.live.open({
        siteId: site.id,
        reader: { kind: 'visitor', visitorId: visitor.id, session: visitor.secretHash },
        address,
        sink,
        after: readAfter(read, query),
        mayStay: async () => (await findVisitor(ctx, site.id, secret).catch(goneIsNobody))?.id === visitor.id,
      });
      await greetWithPresence(ctx, site, query.here, sink);
    },
  );
};

/** Visitors' routes of their conversations, whichever feature opened them. */
export const mountConversations = (api: Api): void => {
  mountReading(api);
  mountTakingBack(api);
  mountSigns(api);
  mountVisitorLive(api);
};
