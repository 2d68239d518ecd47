import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SearchIndex } from '../../../server/core/search/engine/searchIndex.ts';
import { helpDesk, question } from './searchFixtures.ts';

const folder = path.resolve(process.cwd(), '../shared/data/hostile');
const files = ['search-query', 'blns', 'unicode', 'dompurify', 'prototype-pollution'].filter((name) =>
  existsSync(path.join(folder, `${name}.json`)),
);
if (files.length === 0)
  console.log('Hostile strings from files are left out: ../shared/data/hostile is not there.');

const index = SearchIndex.build(helpDesk);

describe('hostile queries', () => {
  it.each(files)('of %s neither throw nor break what comes after', (name) => {
    const texts = readStrings(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')));
    for (const text of texts) {
      for (const { confidence } of index.search(text, { explain: true }))
        expect(Number.isFinite(confidence)).toBe(true);
    }
    expect(index.search('reset my password')[0]!.id).toBe('password');
  });

  it.each(files)('of %s can be documents, found by their own words and kept apart', (name) => {
    const texts = readStrings(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')));
    const hostile = SearchIndex.build(
      texts.map((text, number) => question(`${number}`, text, { body: text })),
    );
    expect(SearchIndex.restore(hostile.serialise()).size).toBe(texts.length);
    for (const text of texts.slice(0, 50)) hostile.search(text, { explain: true });
  });

  it.each([
    ['operators of other engines', 'password AND OR NOT NEAR(" * ^ : - ( title:reset'],
    ['an unclosed quote', '"reset my password'],
    ['names of object members', '__proto__ constructor toString hasOwnProperty'],
    ['a lone surrogate', 'pass\ud800word \udc00'],
    ['a null character', 'reset\0password'],
    ['a word of a million letters', 'a'.repeat(1_000_000)],
    ['a million words', 'password '.repeat(1_000_000 / 9)],
    ['stacked marks', `p${'\u0301'.repeat(5000)}assword`],
    ['right-to-left overrides', '\u202edrowssap\u202c'],
    ['apostrophes only', "'".repeat(5000)],
  ])('survive %s', (_, text) => {
    expect(() => index.search(text, { explain: true })).not.toThrow();
  });

  it('find in spite of operators and quotes', () => {
    expect(index.search('"reset" AND -my (password*')[0]!.id).toBe('password');
  });

  it('keeps a document called like an object member', () => {
    const members = SearchIndex.build([
      question('__proto__', 'constructor'),
      question('constructor', '__proto__ toString'),
    ]);
    expect(members.size).toBe(2);
    expect(members.search('constructor')[0]!.id).toBe('__proto__');
    expect(members.remove('__proto__')).toBe(true);
    expect(members.size).toBe(1);
  });
});

describe('any string', () => {
  it('can be searched for', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary', minLength: 200 }),
    );
    fc.assert(
      fc.property(text, (query) => {
        for (const { confidence, matches } of index.search(query, { explain: true })) {
          if (!(confidence >= 0 && confidence <= 1)) return false;
          if (matches.some(({ start, end }) => start < 0 || end <= start)) return false;
        }
        return true;
      }),
      { numRuns: 400, seed: 3 },
    );
  });

  it('can be a document, and is found by its own text unless it has no words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const single = SearchIndex.build([question('only', title)]);
        const results = single.search(title);
        return results.length === 0 ? !/[a-z]{2}/i.test(title) : results[0]!.id === 'only';
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('with broken UTF-16 survives being stored and restored', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), (titles) => {
        const stored = SearchIndex.build(
          titles.map((title, number) => question(String(number), title, { body: title })),
        );
        const restored = SearchIndex.restore(stored.serialise());
        return titles.every(
          (title) => JSON.stringify(restored.search(title)) === JSON.stringify(stored.search(title)),
        );
      }),
      { numRuns: 100, seed: 5 },
    );
  });
});

/** The files hold arrays of strings or of objects with strings in them. */
function readStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(readStrings);
}
