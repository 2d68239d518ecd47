import { describe, expect, test } from 'vitest';
import { fillVariables, unknownVariables } from '../../shared/inbox/variables.ts';
import { excerptAround, markMatches } from '../../server/inbox/marks.ts';
import { readQuery } from '../../server/inbox/searchQuery.ts';
import { laterTimes } from '../../widget/core/staff/times.ts';

describe('a canned reply', () => {
  test('is filled with what is known, and with the fallback where nothing is', () => {
    const text =
      'Hello {{visitor.name|there}}, {{ agent.name }} answers by {{promise|tomorrow}}.{{visitor.email}}';
    expect(fillVariables(text, { 'visitor.name': 'Zoe', 'agent.name': 'Ada' })).toBe(
      'Hello Zoe, Ada answers by tomorrow.',
    );
    expect(fillVariables(text, { 'visitor.name': '  ' })).toBe('Hello there, answers by tomorrow.');
    expect(fillVariables('Guten Tag {{visitor.name}}, danke', {})).toBe('Guten Tag, danke');
    expect(fillVariables('{{visitor.name}} hello\n{{visitor.name}}, you', {})).toBe('hello\n, you');
    expect(fillVariables('Dear {{visitor.name}} and all', {})).toBe('Dear and all');
    expect(fillVariables('Bye {{visitor.name}}', {})).toBe('Bye');
    // What somebody calls themselves is never read as a variable.
    expect(fillVariables('{{visitor.name}}', { 'visitor.name': '{{agent.name}}', 'agent.name': 'Ada' })).toBe(
      '{{agent.name}}',
    );
  });

  test('says which of its variables there are not', () => {
    expect(unknownVariables('{{visitor.name}} {{visitor.nmae|x}} {{}} { {promise} }')).toEqual([
      'visitor.nmae',
      '',
    ]);
    expect(unknownVariables('no {braces} here')).toEqual([]);
  });
});

describe('a typed search', () => {
  const zone = 'Europe/Berlin';
  test('parts words from filters, and takes what is no filter for words', () => {
    expect(readQuery('Zoë’s refund label:"Big Refund" is:closed after:2026-03-02', zone)).toEqual({
      words: ['zoe', 's', 'refund'],
      label: 'big refund',
      assigned: null,
      team: null,
      kind: null,
      priority: null,
      status: 'closed',
      // Midnight in Berlin.
      from: Date.UTC(2026, 2, 1, 23),
      to: null,
    });
    expect(readQuery('is:nonsense after:soon http://x', zone)).toMatchObject({
      words: ['is', 'nonsense', 'after', 'soon', 'http', 'x'],
      status: null,
      from: null,
    });
  });

  test('knows that a day is shorter when the clocks go forward', () => {
    const { from, to } = readQuery('2026-03-29', zone);
    expect(to! - from!).toBe(23 * 3_600_000);
  });
});

describe('what was found', () => {
  test('is marked whole, whatever its accents, and never twice', () => {
    const text = 'Résumé of the resumed résumés';
    expect(markMatches(text, ['resum', 'résumés']).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Résumé',
      'resumed',
      'résumés',
    ]);
    expect(markMatches('a cat', ['a'])).toEqual([{ start: 0, end: 1 }]);
  });

  test('stands in the middle of its excerpt, and the marks move along', () => {
    const text = `${'word '.repeat(40)}needle ${'more '.repeat(40)}`;
    const { text: part, matches } = excerptAround(text, markMatches(text, ['needle']));
    expect(part.length).toBeLessThanOrEqual(162);
    expect(part.startsWith('… word')).toBe(true);
    expect(matches.map(({ start, end }) => part.slice(start, end))).toEqual(['needle']);
  });
});

test.each([
  // A Sunday evening: "this evening" has passed, tomorrow is Monday, and is said once.
  [new Date(2026, 2, 1, 19), ['hour', 'tomorrow', 'week']],
  [new Date(2026, 2, 4, 10), ['hour', 'evening', 'tomorrow', 'monday', 'week']],
  // In a week is Monday.
  [new Date(2026, 2, 2, 10), ['hour', 'evening', 'tomorrow', 'monday']],
])('times to snooze until, at %s: none twice, none that has passed', (now, expected) => {
  const times = laterTimes(now);
  expect(times.map(({ key }) => key)).toEqual(expected);
  expect(times.every(({ at }) => at > now.getTime())).toBe(true);
});
