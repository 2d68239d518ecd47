import { describe, expect, test } from 'vitest';
import { type Candidate, choose, settle, type Waiting } from '../../server/inbox/assign/choose.ts';

const person = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  name: id,
  languages: [],
  capacity: 3,
  load: 0,
  givenAt: 0,
  ...more,
});

const waiting = (more: Partial<Waiting> = {}): Waiting => ({
  language: 'de-AT',
  members: null,
  lastWith: null,
  passedBy: new Set(),
  ...more,
});

const cases: [string, Waiting, Candidate[], [string, string] | null][] = [
  ['nobody is there', waiting(), [], null],
  [
    'everybody is full',
    waiting(),
    [person('ada', { load: 3 }), person('bo', { load: 1, capacity: 1 })],
    null,
  ],
  [
    'whose turn it is, all else being equal',
    waiting(),
    [person('ada', { givenAt: 20 }), person('bo', { givenAt: 10 }), person('cy', { givenAt: 30 })],
    ['bo', 'turn'],
  ],
  [
    'the least busy before whose turn it is',
    waiting(),
    [person('ada', { load: 1 }), person('bo', { load: 0, givenAt: 99 }), person('cy', { load: 2 })],
    ['bo', 'load'],
  ],
  [
    'who speaks the language, in whatever region, before the least busy',
    waiting(),
    [person('ada'), person('bo', { languages: ['fr', 'de'], load: 2 })],
    ['bo', 'language'],
  ],
  [
    'of those who speak it the least busy',
    waiting(),
    [person('ada', { languages: ['de'], load: 2 }), person('bo', { languages: ['de-CH'], load: 1 })],
    ['bo', 'language'],
  ],
  [
    'somebody else when who speaks it is full',
    waiting(),
    [person('ada', { load: 1 }), person('bo', { languages: ['de'], load: 3 })],
    ['ada', 'turn'],
  ],
  [
    'who answered this visitor before, whatever they speak',
    waiting({ lastWith: 'cy' }),
    [person('bo', { languages: ['de'] }), person('cy', { load: 2 })],
    ['cy', 'returning'],
  ],
  [
    'not who answered before, when they are full',
    waiting({ lastWith: 'cy' }),
    [person('ada'), person('cy', { load: 3 })],
    ['ada', 'turn'],
  ],
  ['only the team', waiting({ members: new Set(['bo']) }), [person('ada'), person('bo')], ['bo', 'turn']],
  ['nobody, when none of the team is there', waiting({ members: new Set(['bo']) }), [person('ada')], null],
  [
    'not who let it pass, even if they answered before',
    waiting({ passedBy: new Set(['ada']), lastWith: 'ada' }),
    [person('ada'), person('bo', { load: 2 })],
    ['bo', 'turn'],
  ],
];

describe('a conversation is given to', () => {
  test.each(cases)('%s', (_, conversation, candidates, expected) => {
    const choice = choose(conversation, candidates);
    expect(choice && [choice.person.id, choice.reason]).toEqual(expected);
    // Whatever order people are read in.
    const other = choose(conversation, [...candidates].reverse());
    expect(other?.person.id).toBe(choice?.person.id);
  });

  test('each in turn, when everybody has as much', () => {
    let people = ['ada', 'bo', 'cy'].map((id) => person(id, { capacity: 5 }));
    const given: string[] = [];
    for (let at = 1; at <= 9; at++) {
      const { id } = choose(waiting(), people)!.person;
      given.push(id);
      people = people.map((one) => (one.id === id ? { ...one, load: one.load + 1, givenAt: at } : one));
    }
    expect(given.join()).toBe('ada,bo,cy,ada,bo,cy,ada,bo,cy');
  });
});

describe('what was given', () => {
  const row = { assigneeId: 'ada', status: 'open', waitingFor: 'staff' };
  test.each([
    ['stands while there is time', row, true, 59_999, 'stands'],
    ['passes on when the time is over', row, true, 60_000, 'passed'],
    ['comes back at once when they have left', row, false, 1, 'returned'],
    ['is over when somebody else has it', { ...row, assigneeId: 'bo' }, true, 1, 'over'],
    ['is over when nobody has it', { ...row, assigneeId: null }, false, 1, 'over'],
    ['is over when it was closed', { ...row, status: 'closed' }, true, 99_999, 'over'],
    ['is over when it was answered', { ...row, waitingFor: 'visitor' }, true, 99_999, 'over'],
  ] as const)('%s', (_, conversation, isThere, after, expected) => {
    expect(settle({ staffId: 'ada', at: 1_000 }, conversation, isThere, 1_000 + after, 60)).toBe(expected);
  });
});
