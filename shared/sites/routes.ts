import type { z } from 'zod';
import { route } from '../core/route.ts';
import type * as schema from './schema.ts';

/** The sites of who is logged in, archived and deleted ones too. */
export const listOwnSites = route<undefined, schema.OwnSites>('GET', '/api/staff/sites');

export const postSite = route<schema.NewSite, schema.OwnSites>('POST', '/api/staff/sites');

/** Undoes a deletion. */
export const postRestore = route<undefined, schema.OwnSites>('POST', '/api/staff/sites/:site/restore');

export const postArchive = route<z.infer<typeof schema.archiveBody>, schema.OwnSites>(
  'POST',
  '/api/console/:site/archive',
);

export const postDelete = route<schema.DeleteBody, schema.OwnSites>('POST', '/api/console/:site/delete');
