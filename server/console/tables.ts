import type { RevisionKind, SiteDocument } from '../../shared/console/schema.ts';
import { at, int, json, primaryKey, table, text } from '../core/db/columns.ts';

/** Revisions of a site's name, origins and settings: what undo returns to, and who did what. */
export const settingsRevisions = table(
  'settings_revisions',
  {
    siteId: text('site_id').notNull(),
    revision: int('revision').notNull(),
    document: json<SiteDocument>('document').notNull(),
    kind: text('kind').$type<RevisionKind>().notNull(),
    /** Null for what was there before anybody changed anything. */
    staffId: text('staff_id'),
    at: at('at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.siteId, row.revision] })],
);
