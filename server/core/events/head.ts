import { eq, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { preparedQuery } from '../db/prepared.ts';
import { logs } from './tables.ts';

const headOf = preparedQuery('log_head', (queries) =>
  queries
    .select({ head: logs.head })
    .from(logs)
    .where(eq(logs.siteId, sql.placeholder('site'))),
);

/** Place of the newest event of a site's log; 0 when it is empty. */
export const readHead = async (database: Database, siteId: string): Promise<number> => {
  const [log] = await headOf(database, { site: siteId });
  return log?.head ?? 0;
};
