import type { Context } from '../../context.ts';
import { piecesOf } from '../../core/search/foldText.ts';
import { markMatches } from '../marks.ts';
import { readStale } from '../writes/messageIndex.ts';
import { siteTerm } from '../../core/search/fullText.ts';

/** Conversations that a search shows. */
export const maxFound = 50;

export const maxScanned = 20_000;

/**
 * Letters of a beginning that the index has a list of; a longer one would have to be put together from the lists of all
 * its words, which takes as long as there are messages. So longer words are looked up by their stub, and what was found
 * is read.
 */
const maxStubLength = 6;

const stubOf = (word: string): string => [...word].slice(0, maxStubLength).join('');

/** An FTS5 MATCH expression. Every word is a quoted string of letters and digits: none is an operator. */
const sqliteMatch = (siteId: string, words: readonly string[]): string => {
  const terms = words.map(
    (word) => `"${piecesOf(stubOf(word)).join(' ')}"${[...word].length > 1 ? ' *' : ''}`,
  );
  return `site : "${siteTerm(siteId)}" AND {who body} : (${terms.join(' AND ')})`;
};

/** A `tsquery` in its text form; letters of scripts without spaces follow one another. */
const postgresQuery = (siteId: string, words: readonly string[]): string => {
  const terms = words.map((word) => {
    const parts = piecesOf(word);
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

export const findHits = async (
  ctx: Context,
  siteId: string,
  words: string[],
  max: number,
): Promise<Hit[]> => {
  if (ctx.database.dialect === 'postgres') {
    await readStale(ctx, siteId);
    return ctx.database.raw<Hit>(postgresSearch, [postgresQuery(siteId, words), siteId, max]);
  }
  const match = sqliteMatch(siteId, words);
  const long = words.filter((word) => stubOf(word) !== word);
  if (!long.length) return ctx.database.raw<Hit>(sqliteSearch, [match, max]);
  const hits = await ctx.database.raw<Hit>(sqliteSearchAgain, [match, max]);
  return hits.filter(({ text = '' }) => long.every((word) => markMatches(text, [word]).length > 0));
};
