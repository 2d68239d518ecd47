import { sessionCookie } from '../core/people/staff/loginCookies.ts';
import { getCookie } from 'hono/cookie';
import * as contract from '../../shared/inbox/routes.ts';
import * as schema from '../../shared/inbox/schema.ts';
import type { ViewingSignal } from '../../shared/inbox/events.ts';
import type { TypingSignal } from '../../shared/core/conversations/events.ts';
import {
  done as doneSchema,
  kinds,
  markSeen as markSeenBody,
  messageReply,
  typing,
} from '../../shared/core/conversations/schema.ts';
import type { Context } from '../context.ts';
import {
  type ConversationRow,
  describeForStaff,
  describeMessages,
  findConversation,
  listMessages,
  listOfVisitor,
  readCursor,
} from '../core/conversations/queries.ts';
import { readAfter, streamQuery } from '../core/conversations/routes.ts';
import { markSeen } from '../core/conversations/changes.ts';
import { addStaffMessage } from '../core/conversations/messages.ts';
import { notFound } from '../core/http/failure.ts';
import { type Api, type Call, mount, mountFile, mountStream } from '../core/http/mount.ts';
import { isMentioned } from '../core/mail/plan.ts';
import { listColleagues } from '../core/people/staff/colleagues.ts';
import { findRole, findSession, listStaff } from '../core/people/staff/staff.ts';
import { findVisitorRow } from '../core/people/visitors/visitors.ts';
import { acceptOffer, takeOffer } from './assign/queries.ts';
import { act, undo } from './actions.ts';
import { applyChange, readNames } from './change.ts';
import { countViews, listPage, usualSort } from './lists.ts';
import { unmergeConversation } from './merge.ts';
import { readPageMark, writePageMark } from './pageMark.ts';
import {
  addMention,
  findDraft,
  listLabels,
  listSearches,
  listTeams,
  saveDraft,
  seeMention,
} from './queries.ts';
import { readLogs } from '../core/jobs/reader.ts';
import { searchInbox } from './search.ts';
import { transcriptText } from './transcript.ts';

const done = { done: true as const };

const conversationOf = async ({
  ctx,
  site,
  path,
}: Call<'staff', unknown, unknown>): Promise<ConversationRow> => {
  const row = await findConversation(ctx, site.id, path['conversation']!);
  if (!row) throw notFound();
  return row;
};

const describeOne = async (ctx: Context, row: ConversationRow) =>
  (await describeForStaff(ctx, row.siteId, [row]))[0]!;

/** Who a private note names, besides its writer. */
const mentionedIn = async (
  { ctx, site, session }: Call<'staff', unknown, unknown>,
  body: schema.StaffMessage,
): Promise<string[]> =>
  body.visibility === 'note' && body.body.includes('@')
    ? (await listColleagues(ctx, site.id))
        .filter(({ id, name }) => id !== session.staff.id && isMentioned(body.body, name))
        .map(({ id }) => id)
    : [];

/** What staff do in the inbox. */
export const mountInbox = (api: Api): void => {
  mount(
    api,
    contract.listInbox,
    {
      access: 'staff',
      rate: 'staff',
      query: schema.listQuery,
      reply: schema.inboxPage,
      summary: 'List conversations, a page at a time',
    },
    async ({ ctx, site, session, query }) => {
      const view = query.view ?? 'waiting';
      const sort = query.sort ?? usualSort(view);
      const limit = query.limit ?? 50;
      const cursor = await readCursor(ctx, site.id);
      const rows = await listPage(ctx, site.id, {
        view,
        sort,
        staffId: session.staff.id,
        after: readPageMark(query.after),
        limit: limit + 1,
      });
      const page = rows.slice(0, limit);
      return {
        conversations: await describeForStaff(
          ctx,
          site.id,
          page.map(({ row }) => row),
        ),
        next: rows.length > limit ? writePageMark(page.at(-1)!) : null,
        cursor,
      };
    },
  );

  mount(
    api,
    contract.getOverview,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.overview,
      summary: 'Get all views with their counts, labels, teams, people and saved searches',
    },
    async ({ ctx, site, session }) => {
      const me = session.staff.id;
      const [labels, teams] = await Promise.all([listLabels(ctx, site.id), listTeams(ctx, site.id)]);
      const views: schema.View[] = [
        ...schema.standardViews,
        ...kinds.map((kind) => `kind:${kind}` as const),
        ...labels.map((label) => `label:${label.id}` as const),
        ...teams.map((team) => `team:${team.id}` as const),
      ];
      return {
        counts: await countViews(ctx, site.id, me, views),
        kinds: [...kinds],
        labels,
        teams,
        searches: await listSearches(ctx, site.id, me),
        people: await listStaff(ctx, site.id),
      };
    },
  );

  mount(
    api,
    contract.getInboxThread,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.inboxThread,
      summary: 'Get a conversation with messages and notes',
    },
    async (call) => {
      const { ctx, site, session } = call;
      const cursor = await readCursor(ctx, site.id);
      const row = await conversationOf(call);
      const visitor = await findVisitorRow(ctx, site.id, row.visitorId);
      const earlier = await listOfVisitor(ctx, site.id, row.visitorId, 11);
      return {
        conversation: await describeOne(ctx, row),
        messages: await describeMessages(ctx, site.id, await listMessages(ctx, site.id, row.id, true)),
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
      summary: 'Reply, or leave a private note',
    },
    async (call) => {
      const { ctx, site, session, body } = call;
      const row = await conversationOf(call);
      const named = await mentionedIn(call, body);
      const now = ctx.clock.now();
      return {
        message: await addStaffMessage(ctx, row, session.staff, body, (tx) => [
          ...named.map((id) => addMention(tx, site.id, row.id, id, now)),
          ...(row.assigneeId === session.staff.id
            ? [acceptOffer(tx, site.id, row.id, session.staff.id, now)]
            : []),
        ]),
      };
    },
  );

  mount(
    api,
    contract.putDraft,
    {
      access: 'staff',
      unsaid: true,
      rate: 'staff',
      body: schema.saveDraft,
      reply: doneSchema,
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
      unsaid: true,
      rate: 'staff',
      body: schema.previewBody,
      reply: schema.previewReply,
      summary: 'Preview a message',
    },
    async ({ ctx, body }) => ({ rich: await ctx.renderer.render(body.body) }),
  );

  mount(
    api,
    contract.postStaffSeen,
    {
      access: 'staff',
      unsaid: true,
      rate: 'staff',
      body: markSeenBody,
      reply: doneSchema,
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
      unsaid: true,
      rate: 'staff',
      body: typing,
      reply: doneSchema,
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

  mount(
    api,
    contract.postViewing,
    {
      access: 'staff',
      unsaid: true,
      rate: 'staff',
      body: schema.viewing,
      reply: doneSchema,
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

  mount(
    api,
    contract.patchConversation,
    {
      access: 'staff',
      rate: 'staff',
      body: schema.conversationChange,
      reply: schema.conversationReply,
      summary:
        'Assign, label, snooze, close, reopen, merge, mark as not spam, or change priority or promised time',
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
      summary: 'Change up to a hundred conversations in one action that can be undone',
    },
    async ({ ctx, site, session, body }) => {
      const { rows, refused, undoable } = await act(ctx, site.id, session.staff, body);
      return { conversations: await describeForStaff(ctx, site.id, rows), refused, undoable };
    },
  );

  mount(
    api,
    contract.undoAction,
    { access: 'staff', rate: 'staff', reply: schema.actionReply, summary: 'Undo an action within a minute' },
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
      summary: 'Unmerge a conversation',
    },
    async (call) => ({
      conversation: await describeOne(
        call.ctx,
        await unmergeConversation(call.ctx, await conversationOf(call), call.session.staff),
      ),
    }),
  );

  mountFile(
    api,
    contract.exportTranscript,
    {
      access: 'staff',
      rate: 'staff',
      query: schema.transcriptQuery,
      summary: 'Export a conversation as a text file, with or without private notes',
    },
    async (call) => {
      const { ctx, site, query, headers } = call;
      const row = await conversationOf(call);
      const messages = await listMessages(ctx, site.id, row.id, query.notes === '1');
      const { visitor } = await describeOne(ctx, row);
      headers.set('content-type', 'text/plain; charset=utf-8');
      headers.set('content-disposition', `attachment; filename="conversation-${row.id.slice(0, 8)}.txt"`);
      return new Response(transcriptText(row, visitor, await describeMessages(ctx, site.id, messages)), {
        headers: headers.toInit(),
      });
    },
  );

  mount(
    api,
    contract.searchInbox,
    {
      access: 'staff',
      rate: 'staff',
      query: schema.searchQuery,
      reply: schema.searchResults,
      summary: 'Search everything: words, names, addresses, label:, is:, from:, after:, before:',
    },
    async ({ ctx, site, query }) => {
      // What was said a moment ago is found, too.
      await readLogs(ctx);
      return { results: await searchInbox(ctx, site, query.q) };
    },
  );

  mount(
    api,
    contract.listPeople,
    { access: 'staff', rate: 'staff', reply: schema.staffPeople, summary: 'List the people on this site' },
    async ({ ctx, site }) => ({ people: await listStaff(ctx, site.id) }),
  );

  mountStream(
    api,
    contract.staffLive,
    { access: 'staff', rate: 'staff', query: streamQuery, summary: 'Stream what happens on the site' },
    async ({ ctx, site, session, address, read, query, hono }, sink) => {
      const cookie = getCookie(hono, sessionCookie(ctx));
      await ctx.live.open({
        siteId: site.id,
        reader: { kind: 'staff', staffId: session.staff.id, session: session.hash },
        address,
        sink,
        after: readAfter(read, query),
        mayStay: async () =>
          (await findSession(ctx, cookie)) !== null &&
          (await findRole(ctx, site.id, session.staff.id)) !== null,
      });
    },
  );
};
