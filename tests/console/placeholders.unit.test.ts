import { expect, test } from 'vitest';
import { keepsPlaceholders, placeholders } from '../../shared/console/placeholders.ts';
import comments from '../../shared/comments/texts/en.ts';
import surveys from '../../shared/nps/texts/en.ts';
import { pageLocales } from '../../server/core/pages/texts.ts';
import callbacks from '../../widget/callbacks/texts/en.ts';
import chat from '../../widget/chat/texts/en.ts';
import english from '../../widget/core/text/texts/en.ts';
import later from '../../widget/core/text/texts/later/en.ts';

const found = (text: string | Record<string, string>): string[] => {
  const words = typeof text === 'string' ? text : (text['other'] ?? '');
  return [...new Set([...words.matchAll(/\{(\w+)\}/g)].map(([, place]) => place!))].sort();
};

const within = (part: string, texts: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${part}.${name}`, text]));

test('the list of places is exactly what the texts of widget and pages have', () => {
  const all = {
    ...english,
    ...later,
    ...chat,
    ...callbacks,
    ...within('page', pageLocales.en),
    ...within('survey', surveys),
    ...within('comment', comments),
  } as Record<string, string | Record<string, string>>;
  const expected = Object.fromEntries(
    Object.entries(all).flatMap(([key, text]) => (found(text).length ? [[key, found(text)]] : [])),
  );
  expect(
    Object.fromEntries(Object.entries(placeholders).map(([key, list]) => [key, [...list].sort()])),
  ).toEqual(expected);
});

test('an owner’s text keeps the places, in any order, and has no others', () => {
  expect(keepsPlaceholders('promisePerson', '{when}: {name}')).toBe(true);
  expect(keepsPlaceholders('promisePerson', '{name} answers')).toBe(false);
  expect(keepsPlaceholders('need', 'Anything')).toBe(true);
  expect(keepsPlaceholders('need', '{anything}')).toBe(false);
  expect(keepsPlaceholders('answersFound.one', 'One')).toBe(false);
  expect(keepsPlaceholders('answersFound.zero', 'None')).toBe(true);
  expect(keepsPlaceholders('constructor', '{constructor}')).toBe(false);
});
