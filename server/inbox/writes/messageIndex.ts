import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { messages } from '../../core/conversations/tables.ts';
import { cachedWrite } from '../../core/db/cachedWrite.ts';
import { listed } from '../../core/db/listed.ts';
import type { Queries, Statement } from '../../core/db/database.ts';
import { readStaleTexts, staleAtOnce, storeWords, type StaleText } from '../../core/search/staleTexts.ts';
import { messageRefresh } from '../tables.ts';

const refresh = cachedWrite<'siteId' | 'ids'>((tx, value) =>
  tx.insert(messageRefresh).select(sql`select ${value('siteId')}, listed.value from ${listed(value('ids'))}`),
);

/** Has these messages of a site found. */
export const refreshed = (tx: Queries, siteId: string, ids: string[]): Statement =>
  refresh(tx, { siteId, ids: JSON.stringify(ids) });

const staleMessages: StaleText = {
  list: `
  select s.row::text as row, m.id is not null and m.author_kind <> 'system' as found,
    concat_ws(' ', v.name, v.email, case when m.id = c.id then c.subject end) as title, left(m.body, 10000) as body
  from (select row, site_id, message_id from message_stale where site_id = $1 order by row limit ${staleAtOnce}) s
  left join messages m on m.site_id = s.site_id and m.id = s.message_id
  left join conversations c on c.site_id = m.site_id and c.id = m.conversation_id
  left join visitors v on v.site_id = c.site_id and v.id = c.visitor_id`,
  store: storeWords({ stale: 'message_stale', texts: 'message_texts' }, 'message_id'),
};

/** Has PostgreSQL know the words of messages that changed since. */
export const readStale = ({ database }: Pick<Context, 'database'>, siteId: string): Promise<void> =>
  readStaleTexts(staleMessages, database.raw, siteId);

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
