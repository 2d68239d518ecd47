import { foldedWords, foldText, isWordless, piecesOf } from './foldText.ts';

/*
 * The database's own full text, fed by the triggers of the first migration. It answers while a site's index is built,
 * was dropped for memory, or its thread restarts: worse than the index, and there. Its words are folded as the index
 * folds them, on both engines.
 */

/** Words of a query that are read, and of those, the longest that are looked up. */
const maxTerms = 16;

const maxLookedUp = 6;

/** Longer words are looked up by so many first letters: it does nearly what stemmers do, in every language. */
const stub = 5;

/** A word that is looked up: letters, marks and digits only, so that none can be read as an operator. */
export interface FullTextTerm {
  /** Letters that follow one another where the script doesn't part its words, otherwise one word. */
  pieces: string[];
  /** True when words that go on after it count, too. */
  prefix: boolean;
}

/** The word that stands for a site in a full text, so that no search reads another site's lists. */
export const siteTerm = (siteId: string): string => `s${siteId.replaceAll('-', '')}`;

/** Neighbouring letters, in pairs: which of them make a word is not known. */
const pairsOf = (pieces: string[]): string[][] =>
  pieces.length < 2 ? [pieces] : pieces.slice(1).map((piece, place) => [pieces[place] ?? '', piece]);

const lengthOf = ({ pieces }: FullTextTerm): number => [...pieces.join('')].length;

/** The words of a typed text. The last one is still being typed, so it stands for all that begin like it. */
export const fullTextTerms = (text: string): FullTextTerm[] => {
  const words = [...new Set(foldedWords(text.slice(0, 2_000)))];
  const read = [...words.slice(0, maxTerms - 1), ...words.slice(maxTerms - 1).slice(-1)];
  const terms = read.flatMap((word, place): FullTextTerm[] => {
    if (isWordless(word)) return pairsOf(piecesOf(word)).map((pieces) => ({ pieces, prefix: false }));
    const letters = [...word];
    const isLast = place === read.length - 1;
    return letters.length > stub
      ? [{ pieces: [letters.slice(0, stub).join('')], prefix: true }]
      : [{ pieces: [word], prefix: isLast && letters.length > 1 }];
  });
  // Every place of every word is looked at, and short words have the most places.
  const shortestFirst = terms.slice(0, -1).sort((one, other) => lengthOf(one) - lengthOf(other));
  const tooMany = new Set(shortestFirst.slice(0, Math.max(0, terms.length - maxLookedUp)));
  return terms.filter((term) => !tooMany.has(term));
};

/** An FTS5 MATCH expression: the site's texts that hold any of the words. */
export const sqliteMatch = (siteId: string, terms: FullTextTerm[]): string => {
  const quoted = terms.map(({ pieces, prefix }) => `"${pieces.join(' ')}"${prefix ? ' *' : ''}`);
  return `site : "${siteTerm(siteId)}" AND {title body} : (${quoted.join(' OR ')})`;
};

/** A `tsquery` in its text form: the site's texts that hold any of the words. */
export const postgresQuery = (siteId: string, terms: FullTextTerm[]): string => {
  const quoted = terms.map(
    ({ pieces, prefix }) => `(${pieces.map((piece) => `'${piece}'`).join(' <-> ')}${prefix ? ':*' : ''})`,
  );
  return `'${siteTerm(siteId)}' & (${quoted.join(' | ')})`;
};

/** PostgreSQL keeps no place beyond this one. */
const lastPlace = 16_383;

/** A `tsvector` in its text form: the words of a title, which weigh more, and of a body, under their site. */
export const textVector = (siteId: string, title: string, body: string): string => {
  const titleWords = foldText(title).map((word) => ({ word, weight: 'A' }));
  const bodyWords = foldText(body).map((word) => ({ word, weight: '' }));
  const lexemes = [...titleWords, ...bodyWords].map(
    ({ word, weight }, place) => `'${word}':${Math.min(place + 1, lastPlace)}${weight}`,
  );
  return [`'${siteTerm(siteId)}'`, ...lexemes].join(' ');
};

export const sqliteSearch = `
  select found.subject_id as subject from search_texts join search_rows found on found.row = search_texts.rowid
  where search_texts match ? order by bm25(search_texts, 0, 3, 1), found.row limit ?`;

export const postgresSearch = `
  select subject_id as subject from search_texts where words @@ $1::tsquery and site_id = $2
  order by ts_rank('{0.33, 0, 0, 1}', words, $1::tsquery) desc, row limit $3`;
