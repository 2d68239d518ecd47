import * as contract from '../../../../shared/core/people/personalDataRoutes.ts';
import * as schema from '../../../../shared/core/people/personalData.ts';
import { mainLanguage } from '../../../../shared/core/languages.ts';
import type { Context } from '../../../context.ts';
import { isId, notFound } from '../../http/failure.ts';
import type { ReplyHeaders } from '../../http/headers.ts';
import { type Api, mount, mountFile } from '../../http/mount.ts';
import type { Site } from '../sites/sites.ts';
import { recordAudit } from '../staff/writes.ts';
import { archiveOf } from './archive.ts';
import { countPages, countPerson, requestErasure } from './erase.ts';
import type { Person } from './person.ts';
import { type ErasureRow, findPerson, findSelf, listErasures, searchVisitors } from './queries/erasures.ts';

type VisitorRow = Awaited<ReturnType<typeof searchVisitors>>[number];

const toFound = (row: VisitorRow): schema.PersonFound => ({
  id: row.id,
  name: row.name,
  email: row.email,
  verified: row.emailSigned || row.emailVerifiedAt !== null,
  seenAt: row.seenAt,
});

const toErasure = ({ id, state, by, counts, requestedAt, doneAt }: ErasureRow): schema.Erasure => ({
  id,
  state,
  by,
  counts,
  requestedAt,
  doneAt,
});

/** Whom staff ask for. @throws Failure `not_found` for a visitor who isn't there */
const readPerson = async (ctx: Context, site: Site, { who }: schema.PersonQuery) => {
  const found = await findPerson(ctx, site.id, isId(who) ? { visitor: who } : { email: who });
  if (!found) throw notFound();
  return found;
};

const sendArchive = (
  ctx: Context,
  site: Site,
  person: Person,
  language: string | undefined,
  headers: ReplyHeaders,
): Response => {
  headers.set('content-type', 'application/zip');
  headers.set('content-disposition', 'attachment; filename="personal-data.zip"');
  return new Response(archiveOf(ctx, site, person, language ?? mainLanguage(site.settings)), {
    headers: headers.toInit(),
  });
};

const mountForStaff = (api: Api): void => {
  mount(
    api,
    contract.findPeople,
    {
      operationId: 'findPeople',
      scope: 'people:read',
      access: 'staff',
      rate: 'staff',
      query: schema.peopleQuery,
      reply: schema.people,
      summary: 'Find visitors by name, email or ID',
    },
    async ({ ctx, site, query }) => ({
      people: (await searchVisitors(ctx, site.id, query.search.trim())).map(toFound),
    }),
  );

  mount(
    api,
    contract.getPerson,
    {
      operationId: 'getPersonalData',
      scope: 'people:read',
      access: 'staff',
      rate: 'staff',
      query: schema.personQuery,
      reply: schema.personKept,
      summary: 'Count what’s kept about a person',
    },
    async ({ ctx, site, query }) => {
      const { person, rows } = await readPerson(ctx, site, query);
      return {
        visitors: rows.map(toFound),
        counts: await countPerson(ctx, person),
        pages: await countPages(ctx, person),
      };
    },
  );

  mountFile(
    api,
    contract.exportPerson,
    {
      operationId: 'exportPersonalData',
      scope: 'people:read',
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      query: schema.personExportQuery,
      summary: 'Export everything that’s kept about a person as a zip file',
    },
    async ({ ctx, site, session, query: { language, ...query }, headers }) => {
      const { told } = await readPerson(ctx, site, query);
      await recordAudit(ctx, [site.id], session.staff.id, 'GET /api/inbox/:site/person/export');
      return sendArchive(ctx, site, told, language, headers);
    },
  );

  mount(
    api,
    contract.erasePerson,
    {
      operationId: 'erasePerson',
      scope: 'people:erase',
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      body: schema.personQuery,
      reply: schema.erasureReply,
      summary: 'Erase a person; this can’t be undone',
    },
    async ({ ctx, site, session, body }) => {
      const { person } = await readPerson(ctx, site, body);
      return {
        erasure: toErasure(await requestErasure(ctx, person, { by: 'staff', staffId: session.staff.id })),
      };
    },
  );
};

const mountErasures = (api: Api): void => {
  mount(
    api,
    contract.listErasures,
    {
      operationId: 'listErasures',
      scope: 'people:read',
      access: 'staff',
      rate: 'staff',
      reply: schema.erasureList,
      summary: 'List erasures that are under way or done',
    },
    async ({ ctx, site }) => ({ erasures: (await listErasures(ctx, site.id)).map(toErasure) }),
  );
};

const mountForVisitors = (api: Api): void => {
  mount(
    api,
    contract.getOwnData,
    {
      operationId: 'getOwnData',
      access: 'visitor',
      rate: 'read',
      reply: schema.ownData,
      summary: 'Count what’s kept about the visitor',
    },
    async ({ ctx, site, visitor }) => {
      const person = await findSelf(ctx, site.id, visitor.id);
      return { counts: await countPerson(ctx, person), pages: await countPages(ctx, person) };
    },
  );

  mountFile(
    api,
    contract.exportOwnData,
    {
      operationId: 'exportOwnData',
      access: 'visitor',
      rate: 'read',
      query: schema.exportQuery,
      summary: 'Export what’s kept about the visitor as a zip file',
    },
    async ({ ctx, site, visitor, query, headers }) =>
      sendArchive(ctx, site, await findSelf(ctx, site.id, visitor.id), query.language, headers),
  );

  mount(
    api,
    contract.eraseOwnData,
    {
      operationId: 'eraseOwnData',
      access: 'visitor',
      rate: 'write',
      reply: schema.erasureReply,
      summary: 'Erase the visitor; this can’t be undone',
    },
    async ({ ctx, site, visitor }) => ({
      erasure: toErasure(
        await requestErasure(ctx, await findSelf(ctx, site.id, visitor.id), {
          by: 'visitor',
          staffId: null,
        }),
      ),
    }),
  );
};

/** Routes of a person's data: seen, exported and erased, by staff and by themselves. */
export const mountPersonalData = (api: Api): void => {
  mountForStaff(api);
  mountErasures(api);
  mountForVisitors(api);
};
