import { saveDraft } from '../writes/drafts.ts';
import { findDraft } from '../queries/drafts.ts';
import { toMessageViews, listMessages } from '../../core/conversations/queries/messages.ts';
import * as contract from '../../../shared/inbox/routes.ts';
import * as schema from '../../../shared/inbox/schema.ts';
import { done as doneSchema, messageReply } from '../../../shared/core/conversations/schema.ts';
import { listOfVisitor, readCursor } from '../../core/conversations/queries/conversations.ts';
import { redactMessage } from '../../core/conversations/writes/redact.ts';
import { addStaffMessage } from '../../core/conversations/writes/messages.ts';
import { type Api, type Call, mount } from '../../core/http/mount.ts';
import type { ConversationRow } from '../../core/conversations/queries/conversations.ts';
import { forward } from '../../core/mail/forwarding.ts';
import { readCopies } from '../../core/mail/copies.ts';
import { isMentioned } from '../../core/mail/plan.ts';
import { listColleagues } from '../../core/people/staff/queries.ts';
import { findVisitorRow } from '../../core/people/visitors/queries.ts';
import { acceptOffer } from '../assign/queries.ts';
import { addMention } from '../writes/mentions.ts';
import { done, conversationOf, viewOne } from './conversation.ts';

/** Finds the people a private note names, besides its writer. */
const mentionedIn = async (
  { ctx, site, session }: Call<'staff', unknown, unknown>,
  body: schema.StaffMessage,
): Promise<string[]> =>
  body.visibility === 'note' && body.body.includes('@')
    ? (await listColleagues(ctx, site.id))
        .filter(({ id, name }) => id !== session.staff.id && isMentioned(body.body, name))
        .map(({ id }) => id)
    : [];

/** Mails to people outside that one member of staff sends: many at once, then one every few seconds. */
const forwards = { perMinute: 20, burst: 40 };

/** Whom a public reply goes to besides the visitor. */
const readMailCopies = async (
  { ctx, body }: Call<'staff', schema.StaffMessage, unknown>,
  row: ConversationRow,
) => (body.mail && body.visibility === 'public' ? readCopies(ctx, row, body.mail) : null);

/** Asking somebody outside. */
export const mountForwarding = (api: Api): void => {
  mount(
    api,
    contract.forwardMessages,
    {
      operationId: 'forwardMessages',
      scope: 'conversations:write',
      access: 'staff',
      rate: 'staff',
      body: schema.forward,
      reply: messageReply,
      summary: 'Forward messages by email to someone outside; what they answer comes back as a note',
    },
    async (call) => {
      const { ctx, session, token, body } = call;
      ctx.limiter.take('start', session.staff.id, forwards);
      const row = await conversationOf(call);
      return { message: await forward(ctx, row, { ...session.staff, via: token?.name ?? null }, body) };
    },
  );
};

/** Taking away what was said. */
export const mountRedaction = (api: Api): void => {
  mount(
    api,
    contract.redactMessage,
    {
      operationId: 'redactMessage',
      scope: 'conversations:write',
      access: 'staff',
      rate: 'staff',
      body: schema.redactMessage,
      reply: messageReply,
      summary: 'Take away what a message said, or one of its files, for good',
    },
    async (call) => ({
      message: await redactMessage(
        call.ctx,
        await conversationOf(call),
        call.parameter('message'),
        call.body.file ?? null,
        call.session.staff,
      ),
    }),
  );
};

/** A conversation with all that was said, and answering in it. */
export const mountStaffThread = (api: Api): void => {
  mount(
    api,
    contract.getInboxThread,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.inboxThread,
      operationId: 'getConversation',
      scope: 'conversations:read',
      summary: 'Get a conversation with messages and notes',
    },
    async (call) => {
      const { ctx, site, session } = call;
      const cursor = await readCursor(ctx, site.id);
      const row = await conversationOf(call);
      const visitor = await findVisitorRow(ctx, site.id, row.visitorId);
      const earlier = await listOfVisitor(ctx, site.id, row.visitorId, 11);
      return {
        conversation: await viewOne(ctx, row),
        messages: await toMessageViews(ctx, site.id, await listMessages(ctx, site.id, row.id, true)),
        earlier: earlier.filter((other) => other.id !== row.id).slice(0, 10),
        visitorSince: visitor?.createdAt ?? row.createdAt,
        device: row.device,
        zone: row.zone,
        referrer: row.referrer,
        whereabouts: site.settings.share.page ? ctx.whereabouts.of(site.id, row.visitorId) : null,
        draft: await findDraft(ctx, site.id, row.id, session.staff.id),
        cursor,
      };
    },
  );

  mount(
    api,
    contract.postStaffMessage,
    {
      access: 'staff',
      rate: 'staff',
      body: schema.staffMessage,
      reply: messageReply,
      operationId: 'createMessage',
      scope: 'conversations:write',
      summary: 'Reply, or leave a private note',
    },
    async (call) => {
      const { ctx, site, session, token, body } = call;
      const row = await conversationOf(call);
      const named = await mentionedIn(call, body);
      const now = ctx.clock.now();
      return {
        message: await addStaffMessage(
          ctx,
          row,
          { ...session.staff, via: token?.name ?? null },
          { ...body, mail: await readMailCopies(call, row) },
          (tx) => [
            ...named.map((id) => addMention(tx, site.id, row.id, id, now)),
            ...(row.assigneeId === session.staff.id
              ? [acceptOffer(tx, site.id, row.id, session.staff.id, now)]
              : []),
          ],
        ),
      };
    },
  );
};

/** Routes of drafts. */
export const mountDrafts = (api: Api): void => {
  mount(
    api,
    contract.putDraft,
    {
      access: 'staff',
      audit: false,
      rate: 'staff',
      body: schema.saveDraft,
      reply: doneSchema,
      operationId: 'saveDraft',
      scope: null,
      person: 'A draft is a person’s own.',
      summary: 'Save a draft; an empty one deletes it',
    },
    async (call) => {
      const { ctx, site, session, body } = call;
      const row = await conversationOf(call);
      await ctx.database.write((tx) => [
        saveDraft(tx, site.id, row.id, session.staff.id, body, ctx.clock.now()),
      ]);
      return done;
    },
  );

  mount(
    api,
    contract.previewMarkdown,
    {
      access: 'staff',
      audit: false,
      rate: 'staff',
      body: schema.previewBody,
      reply: schema.previewReply,
      operationId: 'previewMessage',
      scope: 'conversations:write',
      summary: 'Preview a message',
    },
    async ({ ctx, site, body, session }) => ({
      rich: await ctx.renderer.preview(body.body, { site: site.id, person: session.staff.id }),
    }),
  );
};
