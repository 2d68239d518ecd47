import { and, eq, gte, lt, min } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { events, logs } from './tables.ts';

/** Every site that has a log: all there are. */
export const listLoggedSites = async ({ database }: { database: Database }): Promise<string[]> =>
  (await database.read.select({ siteId: logs.siteId }).from(logs)).map(({ siteId }) => siteId);

/** Deletes a site's events from before a time. That they are gone is said in the same transaction. */
export const pruneLog = async (
  { database }: { database: Database },
  siteId: string,
  before: number,
): Promise<void> => {
  const { read } = database;
  const [oldest] = await read
    .select({ seq: min(events.seq) })
    .from(events)
    .where(and(eq(events.siteId, siteId), lt(events.at, before)));
  if (oldest?.seq == null) return;
  const [log] = await read.select().from(logs).where(eq(logs.siteId, siteId));
  const end = (log?.head ?? 0) + 1;
  const [young] = await read
    .select({ seq: min(events.seq) })
    .from(events)
    .where(and(eq(events.siteId, siteId), lt(events.seq, end), gte(events.at, before)));
  const first = Number(young?.seq ?? end);
  await database.write((tx) => [
    tx.update(logs).set({ oldest: first }).where(eq(logs.siteId, siteId)),
    tx.delete(events).where(and(eq(events.siteId, siteId), lt(events.seq, first))),
  ]);
};
