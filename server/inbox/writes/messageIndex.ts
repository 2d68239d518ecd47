import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { messages } from '../../core/conversations/tables.ts';
import { cachedWrite } from '../../core/db/cachedWrite.ts';
import { listed } from '../../core/db/listed.ts';
import type { Queries, Statement } from '../../core/db/database.ts';
import { messageRefresh } from '../tables.ts';

const refresh = cachedWrite<'siteId' | 'ids'>((tx, value) =>
  tx.insert(messageRefresh).select(sql`select ${value('siteId')}, listed.value from ${listed(value('ids'))}`),
);

/** Has these messages of a site found. */
export const refreshed = (tx: Queries, siteId: string, ids: string[]): Statement =>
  refresh(tx, { siteId, ids: JSON.stringify(ids) });

/** Messages that one statement names. */
const atOnce = 200;

/** Has all messages of a site found, whose log nobody will read. */
export const indexSite = async (ctx: Context, siteId: string): Promise<void> => {
  const rows = await ctx.database.read
    .select({ messageId: messages.id })
    .from(messages)
    .where(eq(messages.siteId, siteId))
    .orderBy(messages.at, messages.seq);
  for (let place = 0; place < rows.length; place += atOnce)
    await ctx.database.write((tx) => [
      refreshed(
        tx,
        siteId,
        rows.slice(place, place + atOnce).map(({ messageId }) => messageId),
      ),
    ]);
};
