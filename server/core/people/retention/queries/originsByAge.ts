import { and, eq, lt, notLike, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { newId } from '../../../../../shared/core/ids.ts';
import { oldBatchSize } from '../kept.ts';
import { lookAtRows } from './runs.ts';
import type { Retention } from '../retention.ts';

/** The prefix of an origin that leads nowhere any more: hashes of origins have no space. */
const forgotten = 'past ';

/** A table of voices, see core/people/voice.ts. */
type Voices = SQLiteTable & Record<'siteId' | 'origin' | 'at', SQLiteColumn>;

/**
 * Origins of voices about one subject, as soon as all that came from one are old: the same name that means nothing stands
 * for all of them, so that the subject's numbers stay as they are.
 * @param names the table's name, and that of the column of what voices are about
 */
export const originsByAge = (
  table: Voices,
  subject: SQLiteColumn,
  names: { table: string; subject: string },
): Retention => {
  const { siteId: site, origin: origins, at } = table;
  // Names are written out: drizzle leaves the table's out of a query of one table.
  const [name, about] = [sql.raw(names.table), sql.raw(names.subject)];
  const tooOld = (siteId: string, before: number) =>
    and(
      eq(site, siteId),
      lt(at, before),
      notLike(origins, `${forgotten}%`),
      sql`not exists (select 1 from ${name} young where young.site_id = ${name}.site_id and young.${about} = ${name}.${about} and young.origin = ${name}.origin and young.at >= ${before})`,
    );
  return {
    kind: 'addresses',
    look: (ctx, siteId, before) => lookAtRows(ctx, table, at, tooOld(siteId, before)),
    async next(ctx, siteId, before) {
      const found = (await ctx.database.read
        .select({ subject, origin: origins })
        .from(table as SQLiteTable)
        .where(tooOld(siteId, before))
        .limit(oldBatchSize)) as { subject: string; origin: string }[];
      const different = new Map(found.map((row) => [`${row.subject} ${row.origin}`, row]));
      return [...different.values()].map((one) => ({
        count: found.filter((row) => row.subject === one.subject && row.origin === one.origin).length,
        write: (tx) => [
          tx
            .update(table as SQLiteTable)
            .set({ origin: `${forgotten}${newId(ctx.clock.now())}` } as never)
            .where(and(eq(site, siteId), eq(subject, one.subject), eq(origins, one.origin))),
        ],
      }));
    },
  };
};
