import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { messages } from '../core/conversations/tables.ts';
import type { Indexer } from '../core/jobs/reader.ts';
import { messageRefresh } from './tables.ts';

/** Messages that were written are found in the inbox: from the log, so that no visitor waits for it. */
export const indexMessages: Indexer = (tx, siteId, batch) => {
  const ids = batch.flatMap(({ kind, subjectId }) =>
    kind === 'message.added' && subjectId !== null ? [subjectId] : [],
  );
  return ids.length === 0
    ? []
    : [tx.insert(messageRefresh).values([...new Set(ids)].map((messageId) => ({ siteId, messageId })))];
};

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
      tx
        .insert(messageRefresh)
        .values(rows.slice(place, place + atOnce).map(({ messageId }) => ({ siteId, messageId }))),
    ]);
};
