import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseWeights } from '../../../server/core/search/engine/gate.ts';
import { SearchIndex } from '../../../server/core/search/engine/searchIndex.ts';
import type { SearchDocument } from '../../../server/core/search/engine/searchTypes.ts';
import { learnedWeights, plainWeights } from '../../../server/core/search/engine/weights.ts';
import { helpDesk, ids, question } from './searchFixtures.ts';

const asked = [
  'reset my pasword',
  'how do I',
  'refund',
  'billing',
  'norw',
  'i',
  'where is my invoi',
  '',
  'zzz',
];

const answers = (index: SearchIndex) => asked.map((text) => index.search(text, { limit: 9, explain: true }));

/** Everything that cannot depend on history: the explanation's inner order does, its content does not. */
function comparable(index: SearchIndex) {
  return answers(index).map((results) =>
    results.map(({ id, group, confidence, matches }) => ({ id, group, confidence, matches })),
  );
}

describe('an index that changed', () => {
  it('equals one that was built so', () => {
    const index = new SearchIndex();
    index.add(question('old', 'How do I reset everything?'));
    for (const document of [...helpDesk].reverse()) index.add({ ...document, title: 'to be replaced' });
    for (const document of helpDesk) index.add(document);
    expect(index.remove('old')).toBe(true);
    expect(index.remove('old')).toBe(false);
    expect(index.size).toBe(helpDesk.length);
    expect(comparable(index)).toEqual(comparable(SearchIndex.build(helpDesk)));
  });

  it('equals one that was built so, whatever the history', () => {
    const vocabulary = [
      'refund',
      'refunds',
      'invoice',
      'where',
      'is',
      'my',
      'password',
      'pasword',
      'новый',
      'пароль',
      '密码',
    ];
    const text = fc.array(fc.constantFrom(...vocabulary), { maxLength: 6 }).map((words) => words.join(' '));
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      title: text,
      body: text,
      remove: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), text, (changes, query) => {
        const index = new SearchIndex();
        const expected = new Map<string, SearchDocument>();
        for (const { id, title, body, remove } of changes) {
          const document = question(id, title, { body, group: id < 'c' ? 'pair' : id });
          if (remove) {
            index.remove(id);
            expected.delete(id);
          } else {
            index.add(document);
            expected.set(id, document);
          }
        }
        const rebuilt = SearchIndex.build(expected.values());
        expect(index.search(query, { limit: 9 })).toEqual(rebuilt.search(query, { limit: 9 }));
        for (const _ of index.mergeSteps());
        expect(index.search(query, { limit: 9 })).toEqual(rebuilt.search(query, { limit: 9 }));
      }),
      { numRuns: 150, seed: 6 },
    );
  });

  it('does not depend on the order of arrival, even among many equals', () => {
    const many = Array.from({ length: 200 }, (_, number) =>
      question(`q${number}`, `Question about topic ${number % 3}`),
    );
    const forward = SearchIndex.build(many);
    const backward = SearchIndex.build([...many].reverse());
    expect(backward.search('question topic', { limit: 9 })).toEqual(
      forward.search('question topic', { limit: 9 }),
    );
  });

  it('finds a new document at once and an old one never again', () => {
    const index = SearchIndex.build(helpDesk);
    index.add(question('dark', 'Is there a dark mode?'));
    expect(ids(index.search('dark mode'))[0]).toBe('dark');
    index.remove('dark');
    expect(ids(index.search('dark mode', { limit: 99 }))).not.toContain('dark');
  });

  it('merges when due, by itself or in steps during which searches go on', () => {
    const own = new SearchIndex({ mergeAutomatically: false });
    for (let number = 0; number < 2100; number++)
      own.add(question(`q${number}`, `Question ${number} about parcels`));
    expect(own.mergeDue).toBe(true);
    const before = own.search('question 77 parcels');
    const steps = own.mergeSteps();
    steps.next();
    expect(own.search('question 77 parcels')).toEqual(before);
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(step.value).toBe(true);
    expect(own.mergeDue).toBe(false);
    expect(own.search('question 77 parcels')).toEqual(before);
  });

  it('gives a merge up when it changes meanwhile', () => {
    const index = new SearchIndex({ mergeAutomatically: false });
    for (let number = 0; number < 2100; number++) index.add(question(`q${number}`, `Question ${number}`));
    const steps = index.mergeSteps();
    steps.next();
    index.add(question('late', 'A late question'));
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(step.value).toBe(false);
    expect(ids(index.search('late'))[0]).toBe('late');
  });

  it('takes the last of equal ids in a build', () => {
    const index = SearchIndex.build([question('a', 'Old words'), question('a', 'New text')]);
    expect(index.size).toBe(1);
    expect(ids(index.search('new text'))).toEqual(['a']);
    expect(index.search('old words', { floor: 0.2 })).toEqual([]);
  });
});

describe('an index put away', () => {
  it('comes back equal, and goes on changing', () => {
    const index = SearchIndex.build(helpDesk);
    index.add(
      question('late', 'Ĥu vi parolas Esperanton?', { weight: 0.5, kind: 'article', language: 'eo' }),
    );
    index.remove('team');
    const restored = SearchIndex.restore(index.serialise());
    expect(restored.size).toBe(index.size);
    expect(answers(restored)).toEqual(answers(index));
    restored.add(question('new', 'Dark mode'));
    expect(ids(restored.search('dark mode'))[0]).toBe('new');
  });

  it('is the same bytes each time', () => {
    expect(SearchIndex.build(helpDesk).serialise()).toEqual(SearchIndex.build(helpDesk).serialise());
  });

  it('can be empty', () => {
    expect(SearchIndex.restore(new SearchIndex().serialise()).size).toBe(0);
  });

  it('is refused when cut off, damaged or of another format', () => {
    const bytes = SearchIndex.build(helpDesk).serialise();
    expect(() => SearchIndex.restore(bytes.slice(0, 10))).toThrow('cut off');
    expect(() => SearchIndex.restore(bytes.slice(0, -4))).toThrow('cut off');
    expect(() =>
      SearchIndex.restore(bytes.map((byte, place) => (place === bytes.length - 3 ? byte ^ 1 : byte))),
    ).toThrow('damaged');
    expect(() => SearchIndex.restore(bytes.map((byte, place) => (place === 3 ? byte ^ 1 : byte)))).toThrow(
      'another format',
    );
  });
});

describe('the gate between learned and plain weights', () => {
  it('stays with the learned ones where a site has too few linked phrasings', () => {
    expect(chooseWeights(SearchIndex.build(helpDesk), helpDesk)).toBe(learnedWeights);
  });

  it('chooses by what finds the linked phrasings better', () => {
    const documents = Array.from({ length: 60 }, (_, number) =>
      question(`q${number}`, `${number % 2 ? 'how about' : 'what of'} topic ${number >> 1}`, {
        group: `g${number >> 1}`,
      }),
    );
    expect([learnedWeights, plainWeights]).toContain(chooseWeights(SearchIndex.build(documents), documents));
  });
});
