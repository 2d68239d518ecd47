import { listTeams } from '../queries/teams.ts';
import { listSearches } from '../queries/savedSearches.ts';
import { listLabels } from '../queries/labels.ts';
import { toMessageViews, listMessages } from '../../core/conversations/queries/messages.ts';
import { toStaffViews } from '../../core/conversations/queries/staffView.ts';
import * as contract from '../../../shared/inbox/routes.ts';
import * as schema from '../../../shared/inbox/schema.ts';
import { kinds } from '../../../shared/core/conversations/schema.ts';
import { readCursor } from '../../core/conversations/queries/conversations.ts';
import { type Api, mount, mountFile } from '../../core/http/mount.ts';
import { listStaff } from '../../core/people/staff/queries.ts';
import { countViews, listPage, usualSort } from '../lists.ts';
import { readPageMark, writePageMark } from '../pageMark.ts';
import { readLogs } from '../../core/jobs/reader.ts';
import { searchInbox } from '../search.ts';
import { transcriptText } from '../transcript.ts';
import { conversationOf, viewOne } from './conversation.ts';

/** The lists of the inbox, and its search. */
export const mountLists = (api: Api): void => {
  mount(
    api,
    contract.listInbox,
    {
      access: 'staff',
      rate: 'staff',
      query: schema.listQuery,
      reply: schema.inboxPage,
      operationId: 'listConversations',
      scope: 'conversations:read',
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
      const last = page.at(-1);
      return {
        conversations: await toStaffViews(
          ctx,
          site.id,
          page.map(({ row }) => row),
        ),
        next: last && rows.length > limit ? writePageMark(last) : null,
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
      operationId: 'getInboxOverview',
      scope: 'conversations:read',
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
};

/** Transcripts, search, and colleagues. */
export const mountFinding = (api: Api): void => {
  mountFile(
    api,
    contract.exportTranscript,
    {
      access: 'staff',
      rate: 'staff',
      query: schema.transcriptQuery,
      operationId: 'exportTranscript',
      scope: 'conversations:read',
      summary: 'Export a conversation as a text file, with or without private notes',
    },
    async (call) => {
      const { ctx, site, query, headers } = call;
      const row = await conversationOf(call);
      const messages = await listMessages(ctx, site.id, row.id, query.notes === '1');
      const { visitor } = await viewOne(ctx, row);
      headers.set('content-type', 'text/plain; charset=utf-8');
      headers.set('content-disposition', `attachment; filename="conversation-${row.id.slice(0, 8)}.txt"`);
      return new Response(transcriptText(row, visitor, await toMessageViews(ctx, site.id, messages)), {
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
      operationId: 'searchConversations',
      scope: 'conversations:read',
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
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.staffPeople,
      operationId: 'listColleagues',
      scope: 'people:read',
      summary: 'List the people on this site',
    },
    async ({ ctx, site }) => ({ people: await listStaff(ctx, site.id) }),
  );
};
