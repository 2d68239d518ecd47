import Database from 'better-sqlite3';
import MiniSearch from 'minisearch';
import { SearchIndex } from '../../../server/core/search/engine/searchIndex.ts';
import type { SearchDocument } from '../../../server/core/search/engine/searchTypes.ts';

export interface Contender {
  name: string;
  /** Ids of the best five, best first. */
  find: (text: string) => string[];
}

/** Foyer's own search: every document an answer of its own, or phrasings linked to their answer. */
export function foyer(
  documents: readonly SearchDocument[],
  linked: boolean,
): Contender & { index: SearchIndex } {
  const index = SearchIndex.build(
    linked ? documents : documents.map((document) => ({ ...document, group: document.id })),
  );
  const find = (text: string) => index.search(text, { limit: 5 }).map(({ id }) => id);
  return { name: linked ? 'Foyer, duplicates linked' : 'Foyer', find, index };
}

export function plainMiniSearch(documents: readonly SearchDocument[]): Contender {
  const index = new MiniSearch<SearchDocument>({ fields: ['title', 'body'], idField: 'id' });
  index.addAll(documents);
  return {
    name: 'MiniSearch, plain',
    find: (text) =>
      index
        .search(text)
        .slice(0, 5)
        .map(({ id }) => String(id)),
  };
}

/** SQLite's FTS5, quoted, words joined by OR, the last one as a prefix, titles counting three times. */
export function sqliteFullText(documents: readonly SearchDocument[]): Contender {
  const database = new Database(':memory:');
  database.exec(
    `create virtual table texts using fts5(id unindexed, title, body, tokenize='unicode61 remove_diacritics 2')`,
  );
  const insert = database.prepare('insert into texts values (?, ?, ?)');
  database.transaction(() => {
    for (const { id, title, body } of documents) insert.run(id, title, body);
  })();
  const select = database
    .prepare('select id from texts where texts match ? order by bm25(texts, 0, 3, 1) limit 5')
    .pluck();
  const find = (text: string) => {
    const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return [];
    const last = words.length - 1;
    return select.all(
      words.map((word, place) => `"${word}"${place === last ? '*' : ''}`).join(' OR '),
    ) as string[];
  };
  return { name: 'SQLite FTS5, or + prefix', find };
}
