import { eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { logs } from './tables.ts';

/** Place of the newest event of a site's log; 0 when it is empty. */
export const readHead = async (database: Database, siteId: string): Promise<number> => {
  const [log] = await database.read
    .select({ head: logs.head })
    .from(logs)
    .where(eq(logs.siteId, siteId))
    .limit(1);
  return log?.head ?? 0;
};
