/*
 * The database's own full text, fed by the triggers of the first migration. It answers while a site's index is built,
 * was dropped for memory, or its thread restarts: worse than the index, and there.
 */

/** Words of a query that are read, and of those, the longest that are looked up. */
const mostTerms = 16;

const mostLookedUp = 6;

/** Code points of a word that count: PostgreSQL refuses lexemes over two kilobytes. */
const longestTerm = 48;

/** Longer words are looked up by so many first letters: it does nearly what stemmers do, in every language. */
const stub = 5;

export interface FullTextTerm {
  word: string;
  /** True when words that go on after it count, too. */
  prefix: boolean;
}

/**
 * The words of a typed text. Letters, marks and digits only, so that none can be read as an operator.
 * The last one is still being typed, so it stands for all that begin like it.
 */
export const fullTextTerms = (text: string): FullTextTerm[] => {
  const words =
    text
      .slice(0, 2_000)
      .toWellFormed()
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const read = [...new Set([...words.slice(0, mostTerms - 1), ...words.slice(mostTerms - 1).slice(-1)])];
  // Every place of every word is looked at, and short words have the most places.
  const shortestFirst = read.slice(0, -1).sort((one, other) => one.length - other.length);
  const tooMany = new Set(shortestFirst.slice(0, Math.max(0, read.length - mostLookedUp)));
  const kept = read.filter((word) => !tooMany.has(word));
  return kept.map((word, place) => {
    const letters = [...word].slice(0, longestTerm);
    const isLast = place === kept.length - 1;
    return letters.length > stub
      ? { word: letters.slice(0, stub).join(''), prefix: true }
      : { word: letters.join(''), prefix: isLast && letters.length > 1 };
  });
};

const siteTerm = (siteId: string): string => `s${siteId.replaceAll('-', '')}`;

/** An FTS5 MATCH expression: the site's texts that hold any of the words. Every word is a quoted string. */
export const sqliteMatch = (siteId: string, terms: FullTextTerm[]): string => {
  const quoted = terms.map(({ word, prefix }) => `"${word.replaceAll('"', '""')}"${prefix ? ' *' : ''}`);
  return `site : "${siteTerm(siteId)}" AND {title body} : (${quoted.join(' OR ')})`;
};

const postgresLexeme = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** A `tsquery` in its text form, every lexeme quoted. */
export const postgresQuery = (siteId: string, terms: FullTextTerm[]): string => {
  const quoted = terms.map(({ word, prefix }) => postgresLexeme(word) + (prefix ? ':*' : ''));
  return `${postgresLexeme(siteTerm(siteId))} & (${quoted.join(' | ')})`;
};

export const sqliteSearch = `
  select found.subject_id as subject from search_texts join search_rows found on found.row = search_texts.rowid
  where search_texts match ? order by bm25(search_texts, 0, 3, 1), found.row limit ?`;

export const postgresSearch = `
  select subject_id as subject from search_texts where words @@ $1::tsquery and site_id = $2
  group by subject_id order by max(weight * ts_rank(words, $1::tsquery)) desc, subject_id limit $3`;
