import * as contract from '../../shared/contacts/routes.ts';
import * as schema from '../../shared/contacts/schema.ts';
import { idOf, Failure } from '../core/http/failure.ts';
import { type Api, mount, mountFile } from '../core/http/mount.ts';
import { listLinkedPersons } from '../core/people/links/queries.ts';
import { recordAudit } from '../core/people/staff/writes.ts';
import { readCursor, readTimeline } from '../core/people/timeline/read.ts';
import {
  type ContactPlace,
  countContacts,
  listLanguages,
  maxCounted,
  pageOfContacts,
} from './queries/contacts.ts';
import { streamTable } from './table.ts';
import { readContact, replyWith, toRow } from './views.ts';

/** Rows of one page. */
const pageLength = 50;

const forStaff = { access: 'staff', rate: 'staff', scope: 'people:read' } as const;

const placeOf = (before: string | undefined): ContactPlace | null => {
  if (before === undefined) return null;
  const [seenAt, id = ''] = before.split('.');
  return { seenAt: Number(seenAt), id };
};

const mountList = (api: Api): void => {
  mount(
    api,
    contract.listContacts,
    {
      ...forStaff,
      query: schema.contactsQuery,
      reply: schema.contactList,
      operationId: 'listContacts',
      summary: 'List and search a site’s contacts, those seen last first',
    },
    async ({ ctx, site, query: { before, ...filter } }) => {
      const linked = await listLinkedPersons(ctx, site.id);
      const [rows, total, languages] = await Promise.all([
        pageOfContacts(ctx, site.id, filter, placeOf(before), pageLength + 1, linked),
        countContacts(ctx, site.id, filter, linked),
        listLanguages(ctx, site.id),
      ]);
      const shown = rows.slice(0, pageLength);
      const last = shown.at(-1)?.row;
      return {
        contacts: shown.map(({ row, open }) => toRow(row, open)),
        total: Math.min(total, maxCounted),
        isMore: total > maxCounted,
        before: last && rows.length > pageLength ? `${last.seenAt}.${last.id}` : null,
        languages,
      };
    },
  );

  mountFile(
    api,
    contract.exportContacts,
    {
      ...forStaff,
      role: 'admin',
      query: schema.contactFilter,
      operationId: 'exportContacts',
      summary: 'Export contacts for a spreadsheet',
    },
    async ({ ctx, site, session, query, headers }) => {
      await recordAudit(ctx, [site.id], session.staff.id, 'GET /api/inbox/:site/contacts/export');
      headers.set('content-type', 'text/csv; charset=utf-8');
      headers.set('content-disposition', 'attachment; filename="contacts.csv"');
      return new Response(streamTable(ctx, site, query), { headers: headers.toInit() });
    },
  );
};

/** Routes of contacts, for staff. */
export const mountContacts = (api: Api): void => {
  mountList(api);

  mount(
    api,
    contract.getContact,
    {
      ...forStaff,
      reply: schema.contactReply,
      operationId: 'getContact',
      summary: 'Get a contact: who they are, and what the team set',
    },
    ({ ctx, site, parameter }) => replyWith(ctx, site, idOf(parameter('contact'))),
  );

  mount(
    api,
    contract.getTimeline,
    {
      ...forStaff,
      query: schema.timelineQuery,
      reply: schema.timelinePage,
      operationId: 'listContactTimeline',
      summary: 'List everything that’s kept of a contact, the newest first',
    },
    async ({ ctx, site, parameter, query: { after } }) => {
      const { person } = await readContact(ctx, site, idOf(parameter('contact')));
      const cursor = after === undefined ? null : readCursor(after);
      if (after !== undefined && !cursor)
        throw new Failure('invalid', 'Pass on what the last page returned.', {
          fields: { after: 'invalid' },
        });
      return readTimeline(ctx.timeline, person, cursor, pageLength);
    },
  );
};
