import { and, eq, lt } from 'drizzle-orm';
import { assertPresent } from '../../assertPresent.ts';
import type { Context } from '../../../context.ts';
import { decisive, type Decisive, type NewEvent, type Queries, type Statement } from '../../db/database.ts';
import { type ConversationRow, findConversation } from '../queries/conversations.ts';
import { conversations } from '../tables.ts';
import { changed } from '../changes.ts';

/** The condition that names one conversation. */
export const ofConversation = (siteId: string, id: string) =>
  and(eq(conversations.siteId, siteId), eq(conversations.id, id));

/** Columns of a conversation that are set. */
export type RowChange = Parameters<ReturnType<Queries['update']>['set']>[0];

/** Moves a reader's seen mark forward, never back; says so only when it moved. */
export const markSeen = async (
  ctx: Context,
  row: ConversationRow,
  reader: 'visitor' | 'staff',
  seq: number,
): Promise<void> => {
  const place = Math.min(seq, row.lastSeq);
  const column = reader === 'visitor' ? conversations.visitorSeen : conversations.staffSeen;
  if ((reader === 'visitor' ? row.visitorSeen : row.staffSeen) >= place) return;
  await ctx.database.commit({
    site: row.siteId,
    events: [changed(row)],
    write: (tx) => [
      decisive(
        tx
          .update(conversations)
          .set(
            reader === 'visitor'
              ? { visitorSeen: place, visitorSeenAt: ctx.clock.now() }
              : { staffSeen: place },
          )
          .where(and(ofConversation(row.siteId, row.id), lt(column, place))),
      ),
    ],
  });
};

/** The statement that sets columns of a conversation. */
export const updateConversation = (tx: Queries, row: ConversationRow, change: RowChange): Statement =>
  tx.update(conversations).set(change).where(ofConversation(row.siteId, row.id));

/** Changes the row and tells its readers, in one commit with what a feature adds. */
export const changeRow = async (
  ctx: Context,
  row: ConversationRow,
  change: RowChange,
  also: (tx: Queries) => (Statement | Decisive)[] = () => [],
  events: NewEvent[] = [],
): Promise<ConversationRow> => {
  await ctx.database.commit({
    site: row.siteId,
    events: [changed(row), ...events],
    write: (tx) => [updateConversation(tx, row, change), ...also(tx)],
  });
  return assertPresent(await findConversation(ctx, row.siteId, row.id), 'it was just written');
};
