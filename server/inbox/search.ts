import { and, desc, eq, gte, inArray, isNull, lt, type SQL } from 'drizzle-orm';
import { kinds, priorities } from '../../shared/core/conversations/schema.ts';
import type { Found } from '../../shared/inbox/schema.ts';
import type { Context } from '../context.ts';
import { excerpt } from '../core/content/markdown.ts';
import {
  type ConversationRow,
  describeForStaff,
  findConversations,
  findMessages,
} from '../core/conversations/queries.ts';
import { conversationLabels, conversations } from '../core/conversations/tables.ts';
import { listStaff } from '../core/people/staff/staff.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { spaced } from '../core/search/spaced.ts';
import { excerptAround, markWords } from './marks.ts';
import { listLabels, listTeams } from './queries.ts';
import { isEmpty, readQuery, type SearchQuery } from './searchQuery.ts';

/** Conversations that a search shows. */
const mostFound = 50;
/**
 * Messages, the newest first, among which what passes the filters is looked for; and conversations, where only filters
 * were typed. A bound in work, not in truth: what is older is found with one more word or a date.
 */
const mostMessages = { plain: 500, filtered: 3_000 };
const mostScanned = 20_000;

/**
 * Letters of a beginning that the index has a list of; a longer one would have to be put together from the lists of all
 * its words, which takes as long as there are messages. So longer words are looked up by their stub, and what was found
 * is read.
 */
const longestStub = 6;

const stubOf = (word: string): string => [...word].slice(0, longestStub).join('');

const siteTerm = (siteId: string): string => `s${siteId.replaceAll('-', '')}`;

/** An FTS5 MATCH expression. Every word is a quoted string of letters and digits: none is an operator. */
const sqliteMatch = (siteId: string, words: readonly string[]): string => {
  const terms = words.map((word) => `"${spaced(stubOf(word)).trim()}"${[...word].length > 1 ? ' *' : ''}`);
  return `site : "${siteTerm(siteId)}" AND {who body} : (${terms.join(' AND ')})`;
};

/** Without the accents that the migration's `foyer_spaced` takes off. */
const unaccented = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');

/** A `tsquery` in its text form; letters of scripts without spaces follow one another. */
const postgresQuery = (siteId: string, words: readonly string[]): string => {
  const terms = words.map((word) => {
    const parts = spaced(unaccented(word)).split(/\s+/).filter(Boolean);
    const lexemes = parts.map((part, place) =>
      place === parts.length - 1 && [...word].length > 1 ? `'${part}':*` : `'${part}'`,
    );
    return `(${lexemes.join(' <-> ')})`;
  });
  return [`'${siteTerm(siteId)}'`, ...terms].join(' & ');
};

interface Hit {
  message: string;
  conversation: string;
  /** Everything that was searched of it; only where it is read again. */
  text?: string;
}

/** Exported for the test that asks the database how it is run. */
export const sqliteSearch = `
  select r.message_id as message, m.conversation_id as conversation
  from (select rowid as place from message_texts where message_texts match ? order by rowid desc limit ?) found
  cross join message_rows r on r.row = found.place
  cross join messages m on m.site_id = r.site_id and m.id = r.message_id
  order by found.place desc`;

const postgresSearch = `
  select t.message_id as message, m.conversation_id as conversation
  from (select row, site_id, message_id from message_texts
    where words @@ $1::tsquery and site_id = $2 order by row desc limit $3) t
  join messages m on m.site_id = t.site_id and m.id = t.message_id
  order by t.row desc`;

/** The same with what was searched. */
const sqliteSearchAgain = sqliteSearch
  .replace(
    'as conversation',
    `as conversation, c.subject || ' ' || coalesce(v.name, '') || ' ' || coalesce(v.email, '') || ' ' || m.body as text`,
  )
  .replace(
    'order by found.place desc',
    `join conversations c on c.site_id = m.site_id and c.id = m.conversation_id
     left join visitors v on v.site_id = c.site_id and v.id = c.visitor_id
     order by found.place desc`,
  );

const findHits = async (ctx: Context, siteId: string, words: string[], most: number): Promise<Hit[]> => {
  if (ctx.database.dialect === 'postgres')
    return ctx.database.raw<Hit>(postgresSearch, [postgresQuery(siteId, words), siteId, most]);
  const match = sqliteMatch(siteId, words);
  const long = words.filter((word) => stubOf(word) !== word);
  if (!long.length) return ctx.database.raw<Hit>(sqliteSearch, [match, most]);
  const hits = await ctx.database.raw<Hit>(sqliteSearchAgain, [match, most]);
  return hits.filter(({ text = '' }) => long.every((word) => markWords(text, [word]).length > 0));
};

/** What the filters of a query mean on this site; null when one of them can be met by nothing. */
const conditionsOf = async (ctx: Context, siteId: string, query: SearchQuery): Promise<SQL[] | null> => {
  const { label, assigned, team, kind, priority, status, from, to } = query;
  const { assigneeId, teamId, held, lastMessageAt } = conversations;
  const conditions: SQL[] = [isNull(conversations.mergedInto)];
  const among = <One extends { id: string; name: string }>(list: One[], wanted: string): string[] =>
    list.filter(({ name }) => name.toLowerCase().includes(wanted)).map(({ id }) => id);
  if (label !== null) {
    const ids = among(await listLabels(ctx, siteId), label);
    if (!ids.length) return null;
    conditions.push(
      inArray(
        conversations.id,
        ctx.database.read
          .select({ id: conversationLabels.conversationId })
          .from(conversationLabels)
          .where(and(eq(conversationLabels.siteId, siteId), inArray(conversationLabels.labelId, ids))),
      ),
    );
  }
  if (assigned !== null) {
    const ids = among(await listStaff(ctx, siteId), assigned);
    if (!ids.length) return null;
    conditions.push(inArray(assigneeId, ids));
  }
  if (team !== null) {
    const ids = among(await listTeams(ctx, siteId), team);
    if (!ids.length) return null;
    conditions.push(inArray(teamId, ids));
  }
  // Half typed, a name stands for those that begin like it; what none begins like is met by nothing.
  if (kind !== null) {
    const meant = kinds.filter((one) => one.startsWith(kind));
    if (!meant.length) return null;
    // One alone is read down its own index.
    conditions.push(
      meant.length === 1 ? eq(conversations.kind, meant[0]!) : inArray(conversations.kind, meant),
    );
  }
  if (priority !== null) {
    const meant = priorities.filter((one) => one.startsWith(priority));
    if (!meant.length) return null;
    conditions.push(inArray(conversations.priority, meant));
  }
  if (status === 'held') conditions.push(eq(held, true));
  else if (status !== null) conditions.push(eq(conversations.status, status), eq(held, false));
  if (from !== null) conditions.push(gte(lastMessageAt, from));
  if (to !== null) conditions.push(lt(lastMessageAt, to));
  return conditions;
};

/**
 * The newest conversations that pass filters, where no words were typed. Read down an index in their order, so that it
 * ends with the page; filters that nothing meets read on to the bound and no further.
 */
const listFiltered = async (
  ctx: Context,
  siteId: string,
  { from, to }: SearchQuery,
  conditions: SQL[],
): Promise<ConversationRow[]> => {
  const { read } = ctx.database;
  const { lastMessageAt } = conversations;
  const newestFirst = [desc(lastMessageAt), desc(conversations.id)] as const;
  const within = and(
    eq(conversations.siteId, siteId),
    from === null ? undefined : gte(lastMessageAt, from),
    to === null ? undefined : lt(lastMessageAt, to),
  );
  const [bound] = await read
    .select({ at: lastMessageAt })
    .from(conversations)
    .where(within)
    .orderBy(...newestFirst)
    .offset(mostScanned)
    .limit(1);
  return read
    .select()
    .from(conversations)
    .where(and(within, bound && gte(lastMessageAt, bound.at), ...conditions))
    .orderBy(...newestFirst)
    .limit(mostFound);
};

/** Conversations of labels whose name is what was typed: their name stands in no message. */
const listLabelled = async (ctx: Context, siteId: string, text: string): Promise<string[]> => {
  const wanted = text.trim().toLowerCase();
  const ids = (await listLabels(ctx, siteId))
    .filter(({ name }) => wanted.length > 1 && name.toLowerCase().startsWith(wanted))
    .map(({ id }) => id);
  if (!ids.length) return [];
  const rows = await ctx.database.read
    .select({ id: conversationLabels.conversationId })
    .from(conversationLabels)
    .where(
      and(
        eq(conversationLabels.siteId, siteId),
        inArray(conversationLabels.labelId, ids),
        eq(conversationLabels.held, false),
        eq(conversationLabels.status, 'open'),
      ),
    )
    .orderBy(desc(conversationLabels.lastMessageAt))
    .limit(10);
  return rows.map(({ id }) => id);
};

/** Of these conversations those that pass, as rows. */
const passing = async (
  ctx: Context,
  siteId: string,
  ids: string[],
  conditions: SQL[],
  isFiltered: boolean,
) => {
  if (!isFiltered)
    return (await findConversations(ctx, siteId, ids)).filter((row) => row.mergedInto === null);
  const found: ConversationRow[] = [];
  // In parts: an engine takes only so many parameters.
  for (let place = 0; place < ids.length && found.length < mostFound; place += 500)
    found.push(
      ...(await ctx.database.read
        .select()
        .from(conversations)
        .where(
          and(
            eq(conversations.siteId, siteId),
            inArray(conversations.id, ids.slice(place, place + 500)),
            ...conditions,
          ),
        )),
    );
  return found;
};

/** Everything of a site that fits a typed text, the newest first, with the place where it was found. */
export const searchInbox = async (ctx: Context, site: Site, text: string): Promise<Found[]> => {
  const siteId = site.id;
  const query = readQuery(text, site.settings.hours.zone);
  if (isEmpty(query)) return [];
  const conditions = await conditionsOf(ctx, siteId, query);
  if (!conditions) return [];
  const { words } = query;
  const isFiltered = conditions.length > 1;
  const hitOf = new Map<string, string>();
  let rows: ConversationRow[];
  if (words.length) {
    const most = isFiltered ? mostMessages.filtered : mostMessages.plain;
    for (const { conversation, message } of await findHits(ctx, siteId, words, most))
      if (!hitOf.has(conversation)) hitOf.set(conversation, message);
    const ids = [...(isFiltered ? [] : await listLabelled(ctx, siteId, text)), ...hitOf.keys()];
    const order = new Map([...new Set(ids)].map((id, place) => [id, place]));
    const wanted = [...order.keys()].slice(0, isFiltered ? ids.length : mostFound);
    rows = await passing(ctx, siteId, wanted, conditions, isFiltered);
    rows.sort((one, other) => order.get(one.id)! - order.get(other.id)!);
    rows = rows.slice(0, mostFound);
  } else {
    rows = await listFiltered(ctx, siteId, query, conditions);
  }
  const described = await describeForStaff(ctx, siteId, rows);
  const messages = await findMessages(
    ctx,
    siteId,
    rows.flatMap((row) => hitOf.get(row.id) ?? []),
  );
  const byId = new Map(messages.map((message) => [message.id, message]));
  return described.map((conversation) => {
    const message = byId.get(hitOf.get(conversation.id) ?? '');
    const plain = message ? excerpt(message.rich, 10_000) : '';
    const matches = markWords(plain, words);
    return {
      conversation,
      excerpt:
        message && matches.length
          ? { message: message.id, ...excerptAround(plain, matches), at: message.at }
          : null,
      name: markWords(conversation.visitor.name, words),
      subject: markWords(conversation.subject, words),
    };
  });
};
