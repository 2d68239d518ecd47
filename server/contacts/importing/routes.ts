import { maxTable } from '../../../shared/contacts/importLimits.ts';
import { importBody, importReply } from '../../../shared/contacts/importSchema.ts';
import * as contract from '../../../shared/contacts/routes.ts';
import { type Api, mount } from '../../core/http/mount.ts';
import { importContacts } from './importContacts.ts';

/** The route by which a table of contacts is taken. */
export const mountContactImport = (api: Api): void =>
  mount(
    api,
    contract.postImport,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      scope: 'people:write',
      body: importBody,
      // A character of the table is two bytes in most scripts, and what JSON escapes is two as well.
      maxBytes: 3 * maxTable,
      reply: importReply,
      operationId: 'importContacts',
      summary: 'Import contacts from a spreadsheet, or try what would come of it',
    },
    ({ ctx, site, session, token, body: { csv, apply } }) =>
      importContacts(ctx, site, csv, { staffId: session.staff.id, via: token?.name ?? null }, apply),
  );
