import { describe, expect, test } from 'vitest';
import { composeSiteSettings, settingsParts } from '../../shared/siteSettings.ts';
import { isInRange, readRange } from '../../server/core/moderation/blocks.ts';
import { findWord, fold } from '../../server/core/moderation/words.ts';

describe('listed words', () => {
  test.each([
    ['spam', 'Buy SPAM now', true],
    ['spam', 'a spammer', false],
    ['spam*', 'a spammer', true],
    ['*book', 'my notebook', true],
    ['*book', 'my bookshelf', false],
    ['cheap pills', 'Cheap\n  pílls!', true],
    ['cheap pills', 'cheap pillsbury', false],
    ['viagra', 'v\u200bi\u200dagra', true],
    // Cyrillic letters within a Latin word.
    ['casino', 'a cаsinо', true],
    ['сор', 'сор и мусор', true],
    ['赌博', '我们谈赌博吧', true],
    ['straße', 'Strasse', false],
    ['ﬁne', 'it is fine', true],
    ['قمار', 'هذا قِمار', true],
    ['*', 'anything', false],
    ['  ', 'anything', false],
  ])('%j in %j: %j', (word, text, expected) => {
    expect(findWord([word], [text]) !== null).toBe(expected);
  });

  test('are told as they are listed, the first that is found', () => {
    expect(findWord(['none', 'Spam*'], ['spammers'])).toBe('Spam*');
    expect(fold('  ÀB\u00adc  d ')).toBe('abc d');
  });
});

test('lists that stood in the settings of comments go on holding', () => {
  const settings = composeSiteSettings(settingsParts);
  const { moderation: _, ...before } = settings.defaults();
  const comments = {
    ...before.comments,
    trustAfter: 3,
    holdAfterReports: 0,
    blockedWords: ['pills'],
    blockedNames: ['Admin'],
    blockedAddresses: ['@spam.test'],
  };
  const { moderation } = settings.complete({ ...before, comments });
  expect(moderation).toMatchObject({
    trustAfter: 3,
    holdAfterReports: 0,
    words: [{ text: 'pills', action: 'hold' }],
    names: ['Admin'],
    addresses: ['@spam.test'],
    holdTeamNames: true,
  });
  // What was saved since counts.
  const saved = { ...moderation, words: [] };
  expect(settings.complete({ ...before, comments, moderation: saved }).moderation).toEqual(saved);
});

describe('address ranges', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7/32'],
    [' 203.0.113.0/24 ', '203.0.113.0/24'],
    ['2001:db8::/32', '2001:db8::/32'],
    ['10.0.0.0/8', null],
    ['2001::/16', null],
    ['not an address', null],
    ['203.0.113.0/99', null],
  ])('%j is %j', (typed, range) => {
    expect(readRange(typed)).toBe(range);
  });

  test('hold the addresses within', () => {
    expect(isInRange('203.0.113.200', '203.0.113.0/24')).toBe(true);
    expect(isInRange('::ffff:203.0.113.200', '203.0.113.0/24')).toBe(true);
    expect(isInRange('203.0.114.1', '203.0.113.0/24')).toBe(false);
    expect(isInRange('2001:db8::1', '203.0.113.0/24')).toBe(false);
    expect(isInRange('unknown', '203.0.113.0/24')).toBe(false);
  });
});
