import type { Database } from '../db/database.ts';
import { textVector } from './fullText.ts';

/**
 * A full text of PostgreSQL. Its words are folded by the server, as SQLite's triggers fold them: what a database makes
 * of letters depends on its collation. Triggers say which subjects changed, and they are read soon after.
 */
export interface StaleText {
  /**
   * SQL that lists up to `staleAtOnce` rows of a site ($1): `row`, whether it is still to be `found`, its `title` and
   * its `body`.
   */
  list: string;
  /**
   * SQL that takes rows out of the list and stores their words ($1: JSON of `row` and `words`), in one statement: of
   * two who read a subject the later one waits for the row, finds it gone, and leaves the newer words alone.
   */
  store: string;
}

/** Subjects that are read at a time. */
export const staleAtOnce = 200;

/** SQL that stores words. @param subject the column that names what is found */
export const storeWords = (tables: { stale: string; texts: string }, subject: string): string => `
  with given as (select * from jsonb_to_recordset($1::jsonb) as given(row bigint, words text)),
  taken as (delete from ${tables.stale} stale using given where stale.row = given.row
    returning stale.row, stale.site_id, stale.${subject}, given.words)
  insert into ${tables.texts} (site_id, ${subject}, words)
  select distinct on (site_id, ${subject}) site_id, ${subject}, words::tsvector from taken
  where words is not null order by site_id, ${subject}, row desc
  on conflict (site_id, ${subject}) do update set words = excluded.words`;

interface StaleRow {
  row: string;
  found: boolean;
  title: string | null;
  body: string | null;
}

/** Has PostgreSQL know the words of everything of a site that changed since. */
export const readStaleTexts = async (
  { list, store }: StaleText,
  raw: Database['raw'],
  siteId: string,
): Promise<void> => {
  for (;;) {
    const rows = await raw<StaleRow>(list, [siteId]);
    if (rows.length === 0) return;
    const given = rows.map(({ row, found, title, body }) => ({
      row: Number(row),
      words: found ? textVector(siteId, title ?? '', body ?? '') : null,
    }));
    await raw(store, [JSON.stringify(given)]);
    if (rows.length < staleAtOnce) return;
  }
};
