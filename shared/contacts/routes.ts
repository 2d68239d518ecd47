import type { z } from 'zod';
import { route } from '../core/route.ts';
import type { ImportBody, ImportReply } from './importSchema.ts';
import type * as schema from './schema.ts';

/* People of a site, for staff. `:contact` is the id of one of their visitors. */

export const listContacts = route<undefined, schema.ContactList, z.infer<typeof schema.contactsQuery>>(
  'GET',
  '/api/inbox/:site/contacts',
);

/** A spreadsheet. */
export const exportContacts = route<undefined, undefined, schema.ContactFilter>(
  'GET',
  '/api/inbox/:site/contacts/export',
);

/** Contacts from a spreadsheet: the same lines twice change nothing the second time. */
export const postImport = route<ImportBody, ImportReply>('POST', '/api/inbox/:site/contacts/import');

export const getContact = route<undefined, z.infer<typeof schema.contactReply>>(
  'GET',
  '/api/inbox/:site/contacts/:contact',
);

/** The time line of what features keep of them, the newest first. */
export const getTimeline = route<undefined, schema.TimelinePage, z.infer<typeof schema.timelineQuery>>(
  'GET',
  '/api/inbox/:site/contacts/:contact/timeline',
);

export const putAttribute = route<z.infer<typeof schema.saveAttribute>, z.infer<typeof schema.contactReply>>(
  'PUT',
  '/api/inbox/:site/contacts/:contact/attributes/:attribute',
);

export const putStage = route<z.infer<typeof schema.saveStage>, z.infer<typeof schema.contactReply>>(
  'PUT',
  '/api/inbox/:site/contacts/:contact/stage',
);
