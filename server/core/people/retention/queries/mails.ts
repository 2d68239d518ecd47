import { and, asc, eq, inArray, lt, notInArray, sql } from 'drizzle-orm';
import { mails, setAsideMails } from '../../../mail/tables.ts';
import { oldBatchSize } from '../kept.ts';
import type { Retention } from '../retention.ts';
import { lookAtRows } from './runs.ts';

/** A reply finds an open conversation through the mail that it answers. Table names: drizzle leaves them out of one table's query. */
const isOfOpen = sql`exists (select 1 from conversations held where held.site_id = mails.site_id and held.id = mails.conversation_id and held.status <> 'closed')`;

const tooOld = (siteId: string, before: number) =>
  and(
    eq(mails.siteId, siteId),
    lt(mails.at, before),
    lt(mails.createdAt, before),
    notInArray(mails.state, ['waiting', 'sending', 'unconfirmed']),
    sql`not ${isOfOpen}`,
  );

/** The log of mails. */
export const mailsByAge: Retention = {
  kind: 'mails',
  look: (ctx, siteId, before) => lookAtRows(ctx, mails, mails.createdAt, tooOld(siteId, before)),
  async next(ctx, siteId, before) {
    const rows = await ctx.database.read
      .select({ id: mails.id })
      .from(mails)
      .where(tooOld(siteId, before))
      .orderBy(asc(mails.id))
      .limit(oldBatchSize);
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    return [
      {
        count: ids.length,
        write: (tx) => [tx.delete(mails).where(and(eq(mails.siteId, siteId), inArray(mails.id, ids)))],
      },
    ];
  },
};

const isOldAside = (siteId: string, before: number) =>
  and(eq(setAsideMails.siteId, siteId), lt(setAsideMails.at, before));

/** Mails that became no message. */
export const asideByAge: Retention = {
  kind: 'mails',
  look: (ctx, siteId, before) => lookAtRows(ctx, setAsideMails, setAsideMails.at, isOldAside(siteId, before)),
  async next(ctx, siteId, before) {
    const rows = await ctx.database.read
      .select({ id: setAsideMails.id })
      .from(setAsideMails)
      .where(isOldAside(siteId, before))
      .orderBy(asc(setAsideMails.at), asc(setAsideMails.id))
      .limit(oldBatchSize);
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    return [
      {
        count: ids.length,
        write: (tx) => [
          tx
            .delete(setAsideMails)
            .where(and(eq(setAsideMails.siteId, siteId), inArray(setAsideMails.id, ids))),
        ],
      },
    ];
  },
};
