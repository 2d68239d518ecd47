import { describe, expect, it } from 'vitest';
import { SearchIndex } from '../../../server/core/search/engine/searchIndex.ts';
import { helpDesk, ids, question } from './searchFixtures.ts';

const best = (index: SearchIndex, text: string) => index.search(text)[0]?.id;

describe('finding the answered question', () => {
  const index = SearchIndex.build(helpDesk);

  it('needs only some of the words: a sentence is not a conjunction', () => {
    expect(
      best(index, 'hello, I think I have lost my password and cannot get in any more, please help'),
    ).toBe('password');
  });

  it('keeps stop words, because short questions consist of them', () => {
    const short = SearchIndex.build([
      question('who', 'Who are you?'),
      question('how', 'How are you?'),
      question('where', 'Where are you?'),
    ]);
    expect(best(short, 'how are you')).toBe('how');
    expect(best(short, 'where are you')).toBe('where');
  });

  it('finds by the body where the title says nothing', () => {
    expect(best(index, 'PDF for every month')).toBe('invoice');
    expect(best(index, 'parcels to Sweden')).toBe('delivery');
  });

  it('finds while the last word is unfinished', () => {
    expect(best(index, 'how do I res')).toBe('password');
    expect(best(index, 'cancel my subsc')).toBe('cancel');
    expect(best(index, 'export my c')).toBe('export');
  });

  it('prefers, half-typed, the title that goes on from the last whole word', () => {
    const alike = SearchIndex.build([
      question('later', 'A change to my delivery'),
      question('design', 'How do I change the design?'),
      ...helpDesk,
    ]);
    expect(best(alike, 'how can I change my de')).toBe('later');
    expect(best(alike, 'how can I change the de')).toBe('design');
    const growth = (text: string) =>
      alike.search(text, { explain: true }).find(({ id }) => id === 'later')?.explanation?.measures['growth'];
    expect(growth('how can I change my de')).toBe(1);
    // As it stands it may be another word, and one word may be left out; after a space it is finished.
    expect(growth('how can I change my delivery')).toBeCloseTo(0.3);
    expect(growth('a change to de')).toBeCloseTo(0.7);
    expect(growth('how can I change my delivery ')).toBe(0);
  });

  it('finds misspelt words: dropped, added, replaced and swapped letters', () => {
    expect(best(index, 'reset my pasword')).toBe('password');
    expect(best(index, 'resset my password')).toBe('password');
    expect(best(index, 'cancel my subscriqtion')).toBe('cancel');
    expect(best(index, 'whne will my refudn come')).toBe('refund');
  });

  it('finds inflected words', () => {
    expect(best(index, 'cancelling subscriptions')).toBe('cancel');
    expect(best(index, 'an invoice')).toBe('invoice');
  });

  it('does not drown in one uninformative field: scores are added up, not ranks', () => {
    // Every body speaks of billing, so that the body's ranking is noise; the title decides.
    const noisy = Array.from({ length: 60 }, (_, number) =>
      question(`noise-${number}`, `Topic number ${number}`, {
        body: 'billing billing billing invoices and refunds '.repeat(number % 7),
      }),
    );
    const mixed = SearchIndex.build([...noisy, question('target', 'Refund of a billing mistake')]);
    expect(best(mixed, 'refund of a billing mistake')).toBe('target');
  });

  it('does not punish a long title while one is still typing', () => {
    const titles = SearchIndex.build([
      question('long', 'How do I transfer my domain to another registrar without losing my e-mail?'),
      question('short', 'How do I log in?'),
      question('other', 'Transfer limits'),
    ]);
    expect(best(titles, 'how do I transfer my do')).toBe('long');
  });

  it('puts the heavier of two equal documents first', () => {
    const twins = SearchIndex.build([
      question('a', 'How do I change my address?'),
      question('b', 'How do I change my address?', { weight: 1 }),
    ]);
    expect(ids(twins.search('change my address'))).toEqual(['b', 'a']);
  });

  it('shows three results unless told otherwise, and none for nothing', () => {
    expect(index.search('how do I')).toHaveLength(3);
    expect(index.search('how do I', { limit: 2 })).toHaveLength(2);
    expect(index.search('')).toEqual([]);
    expect(index.search(' ?! ')).toEqual([]);
    expect(new SearchIndex().search('anything')).toEqual([]);
  });
});

describe('filters', () => {
  const index = SearchIndex.build([
    question('en', 'Internet problems', { language: 'en' }),
    question('de', 'Internet Probleme', { language: 'de-AT' }),
    question('any', 'Internet', { language: '' }),
    question('reply', 'Internet is down', { language: 'en', kind: 'reply' }),
  ]);

  it('keeps to a language, its regions included, and to documents of none', () => {
    expect(ids(index.search('internet', { language: 'de', limit: 9 })).sort()).toEqual(['any', 'de']);
    expect(ids(index.search('internet', { language: 'en-GB', limit: 9 })).sort()).toEqual([
      'any',
      'en',
      'reply',
    ]);
  });

  it('keeps to the kinds asked for', () => {
    expect(ids(index.search('internet', { kinds: ['reply'] }))).toEqual(['reply']);
    expect(index.search('internet', { kinds: [] })).toEqual([]);
  });
});

describe('phrasings of one answer', () => {
  const documents = [
    question('p1', 'How do I reset my password?', { group: 'password' }),
    question('p2', 'I cannot log in any more', { group: 'password' }),
    question('p3', 'Forgot my login password', { group: 'password' }),
    question('c1', 'How do I change my card?', { group: 'card' }),
    question('c2', 'Pay with another card', { group: 'card' }),
  ];
  const index = SearchIndex.build(documents);

  it('show as one result, the best phrasing of it', () => {
    const results = index.search('forgot password', { limit: 9 });
    expect(results.filter(({ group }) => group === 'password')).toHaveLength(1);
    expect(results[0]).toMatchObject({ id: 'p3', group: 'password' });
  });

  it('support each other: several near misses beat one', () => {
    const linked = SearchIndex.build([
      question('a1', 'my parcel is late', { group: 'late' }),
      question('a2', 'my parcel has not come', { group: 'late' }),
      question('a3', 'my parcel is missing', { group: 'late' }),
      question('b1', 'my parcel is broken', { group: 'broken' }),
      question('b2', 'a crack in the glass', { group: 'broken' }),
      question('b3', 'scratches and dents', { group: 'broken' }),
    ]);
    expect(linked.search('where is my parcel')[0]!.group).toBe('late');
  });

  it('do not let a linked pair push out a better single question', () => {
    const mixed = SearchIndex.build([
      question('x1', 'turn off the weekly report', { group: 'x' }),
      question('x2', 'stop the weekly report', { group: 'x' }),
      question('single', 'turn off the monthly report by e-mail'),
    ]);
    expect(best(mixed, 'turn off the monthly report by e-mail')).toBe('single');
  });
});

describe('confidence', () => {
  const index = SearchIndex.build(helpDesk);
  const sureness = (text: string) => index.search(text)[0]?.confidence ?? 0;

  it('lies between 0 and 1 and falls as the match gets worse', () => {
    const exact = sureness('How do I reset my password?');
    const reworded = sureness('reset the password of my account');
    const unrelated = sureness('best pizza toppings in Naples');
    expect(exact).toBeGreaterThan(reworded);
    expect(reworded).toBeGreaterThan(unrelated);
    expect(exact).toBeLessThanOrEqual(1);
    expect(unrelated).toBeGreaterThanOrEqual(0);
  });

  it('is as high for what comes nearly as far as the best, and only for that', () => {
    const twins = SearchIndex.build([
      question('mine', 'Where is my parcel now?'),
      question('any', 'Track a parcel'),
      ...helpDesk,
    ]);
    const [first, second, third] = twins.search('track where my parcel is');
    expect([first?.id, second?.id].sort()).toEqual(['any', 'mine']);
    expect(second?.confidence).toBeCloseTo(first!.confidence, 6);
    expect(third?.confidence).toBeLessThan(first!.confidence / 2);
  });

  it('holds results under the floor back', () => {
    expect(index.search('best pizza toppings in Naples', { floor: 0.5 })).toEqual([]);
    expect(ids(index.search('how do I reset my password', { floor: 0.5 }))[0]).toBe('password');
  });
});

describe('telling why', () => {
  const index = SearchIndex.build(helpDesk);

  it('marks the words of the title that matched, at their place in the original text', () => {
    const [result] = index.search('reset pasword');
    const title = helpDesk[0]!.title;
    expect(result?.matches.map(({ start, end }) => title.slice(start, end))).toEqual(['reset', 'password']);
  });

  it('leaves words that say nothing unmarked beside those that do', () => {
    const [result] = index.search('how do I reset my password');
    const title = helpDesk[0]!.title;
    const marked = result?.matches.map(({ start, end }) => title.slice(start, end).toLowerCase());
    expect(marked).toContain('password');
    expect(marked?.filter((word) => ['how', 'do', 'i', 'my'].includes(word))).toEqual([]);
  });

  it('explains on request which word met which, and which phrasings counted', () => {
    const [result] = index.search('reset pasword', { explain: true });
    expect(result?.explanation?.words).toContainEqual(
      expect.objectContaining({ query: 'reset', found: 'reset', closeness: 1 }),
    );
    expect(result?.explanation?.words).toContainEqual(
      expect.objectContaining({ query: 'pasword', found: 'password', place: 'title' }),
    );
    expect(result?.explanation?.phrasings[0]).toMatchObject({ id: 'password', title: helpDesk[0]!.title });
    expect(index.search('reset')[0]!.explanation).toBeUndefined();
  });
});
