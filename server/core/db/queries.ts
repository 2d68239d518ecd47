import type { Database } from './database.ts';

/** Files that the database names, by the site and ID that they lie under. */
export const listStoredFiles = (database: Database): Promise<{ siteId: string; id: string }[]> =>
  database.raw(
    'select site_id as "siteId", id from attachments union all select site_id as "siteId", id from brand_images',
    [],
  );
