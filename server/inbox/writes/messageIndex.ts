import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { messages } from '../../core/conversations/tables.ts';
import { cachedWrite } from '../../core/db/cachedWrite.ts';
import { listed } from '../../core/db/listed.ts';
import type { Queries, Statement } from '../../core/db/database.ts';
import { foldText } from '../../core/search/foldText.ts';
import { siteTerm } from '../siteTerm.ts';
import { messageRefresh } from '../tables.ts';

const refresh = cachedWrite<'siteId' | 'ids'>((tx, value) =>
  tx.insert(messageRefresh).select(sql`select ${value('siteId')}, listed.value from ${listed(value('ids'))}`),
);

/** Has these messages of a site found. */
export const refreshed = (tx: Queries, siteId: string, ids: string[]): Statement =>
  refresh(tx, { siteId, ids: JSON.stringify(ids) });

/** Stale messages that are read at a time. */
const maxStale = 200;

const listStale = `
  select s.row::text as row, m.id is not null and m.author_kind <> 'system' as found, concat_ws(' ',
    v.name, v.email, case when m.id = c.id then c.subject end, left(m.body, 10000)) as text
  from (select row, site_id, message_id from message_stale where site_id = $1 order by row limit ${maxStale}) s
  left join messages m on m.site_id = s.site_id and m.id = s.message_id
  left join conversations c on c.site_id = m.site_id and c.id = m.conversation_id
  left join visitors v on v.site_id = c.site_id and v.id = c.visitor_id`;

/**
 * Whoever takes a stale row writes its words, in one statement: of two who read a message the later one waits for the
 * row, finds it gone, and leaves the newer words alone.
 */
const storeWords = `
  with given as (select * from jsonb_to_recordset($1::jsonb) as given(row bigint, words text)),
  taken as (delete from message_stale using given where message_stale.row = given.row
    returning message_stale.row, message_stale.site_id, message_stale.message_id, given.words)
  insert into message_texts (site_id, message_id, words)
  select distinct on (site_id, message_id) site_id, message_id, words::tsvector from taken
  where words is not null order by site_id, message_id, row desc
  on conflict (site_id, message_id) do update set words = excluded.words`;

/** A `tsvector` in its text form. Words are letters, marks and digits: none needs quoting twice. */
const vectorOf = (siteId: string, text: string): string =>
  [
    `'${siteTerm(siteId)}'`,
    ...foldText(text).map((word, place) => `'${word}':${Math.min(place + 1, 16_383)}`),
  ].join(' ');

/** Has PostgreSQL know the words of what changed since: they're folded here, as SQLite's triggers fold them. */
export const readStale = async (ctx: Pick<Context, 'database'>, siteId: string): Promise<void> => {
  for (;;) {
    const rows = await ctx.database.raw<{ row: string; found: boolean; text: string }>(listStale, [siteId]);
    if (rows.length === 0) return;
    const given = rows.map(({ row, found, text }) => ({
      row: Number(row),
      words: found ? vectorOf(siteId, text) : null,
    }));
    await ctx.database.raw(storeWords, [JSON.stringify(given)]);
    if (rows.length < maxStale) return;
  }
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
      refreshed(
        tx,
        siteId,
        rows.slice(place, place + atOnce).map(({ messageId }) => messageId),
      ),
    ]);
  if (ctx.database.dialect === 'postgres') await readStale(ctx, siteId);
};
