import { and, eq, lt, notLike, sql } from 'drizzle-orm';
import { newId } from '../../../shared/core/ids.ts';
import { oldBatchSize } from '../../core/people/retention/kept.ts';
import type { Retention } from '../../core/people/retention/retention.ts';
import { lookAtRows } from '../../core/people/retention/queries/runs.ts';
import { commentReports, commentVotes } from '../tables.ts';

/** What an origin begins with once it leads nowhere: hashes of origins have no space. */
const forgotten = 'past ';

/**
 * Origins of votes or reports of one comment, as soon as all that came from one are old: the same name that means nothing
 * stands for all of them, so that the comment's numbers stay as they are.
 */
const originsOf = (table: typeof commentVotes | typeof commentReports): Retention => {
  // One shape: what it reads and writes is in both.
  const rows = table as typeof commentVotes;
  const name = table === commentVotes ? 'comment_votes' : 'comment_reports';
  const tooOld = (siteId: string, before: number) =>
    and(
      eq(rows.siteId, siteId),
      lt(rows.at, before),
      notLike(rows.origin, `${forgotten}%`),
      // The table's name is written out: drizzle leaves it out of a query of one table.
      sql`not exists (select 1 from ${sql.raw(name)} young where young.site_id = ${sql.raw(name)}.site_id and young.comment_id = ${sql.raw(name)}.comment_id and young.origin = ${sql.raw(name)}.origin and young.at >= ${before})`,
    );
  return {
    kind: 'addresses',
    look: (ctx, siteId, before) => lookAtRows(ctx, rows, rows.at, tooOld(siteId, before)),
    async next(ctx, siteId, before) {
      const found = await ctx.database.read
        .select({ commentId: rows.commentId, origin: rows.origin, visitorId: rows.visitorId })
        .from(rows)
        .where(tooOld(siteId, before))
        .limit(oldBatchSize);
      const origins = new Map(found.map((row) => [`${row.commentId} ${row.origin}`, row]));
      return [...origins.values()].map(({ commentId, origin }) => ({
        count: found.filter((row) => row.commentId === commentId && row.origin === origin).length,
        write: (tx) => [
          tx
            .update(rows)
            .set({ origin: `${forgotten}${newId(ctx.clock.now())}` })
            .where(and(eq(rows.siteId, siteId), eq(rows.commentId, commentId), eq(rows.origin, origin))),
        ],
      }));
    },
  };
};

export const voteOriginsByAge = originsOf(commentVotes);
export const reportOriginsByAge = originsOf(commentReports);
