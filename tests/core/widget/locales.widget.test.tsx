import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type Language, languageNames } from '../../../shared/core/languages.ts';
import type { Calendar } from '../../../widget/core/text/calendar.ts';
import { createTexts, type FirstTexts } from '../../../widget/core/text/i18n.ts';
import { pickLanguage } from '../../../widget/core/text/language.ts';
import {
  clockTime,
  dayName,
  durationText,
  exactText,
  inText,
  listText,
} from '../../../widget/core/text/times.ts';
import english from '../../../widget/core/text/texts/en.ts';

type Module = { default: Record<string, unknown>; calendar?: Calendar };
const locales = import.meta.glob<Module>('../../../widget/core/text/texts/*.ts', { eager: true });
const localeOf = (language: Language): Module => locales[`../../../widget/core/text/texts/${language}.ts`]!;

test('a language is wanted by the page first, then by the browser, and must be spoken by the site', () => {
  const browser = vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en']);
  expect(pickLanguage(['en', 'de'], 'de-AT')).toBe('de');
  // Who says what they want is not looked into any further.
  expect(browser).not.toHaveBeenCalled();
  browser.mockReturnValue(['de-CH', 'en']);
  expect(pickLanguage(['en', 'de'], 'fr')).toBe('de');
  expect(pickLanguage(['de'], 'ar')).toBe('de');
  browser.mockReturnValue(['constructor', 'fr']);
  expect(pickLanguage(['en'], '')).toBe('en');
  browser.mockReturnValue(['tl-PH']);
  expect(pickLanguage(['en', 'fil'], '')).toBe('fil');
  browser.mockRestore();
});

const textsOf = (language: Language, wanted: string[] = [], own = {}) => {
  const { default: first, calendar } = localeOf(language);
  return createTexts(language, first as unknown as FirstTexts, calendar, wanted, own);
};

test('numbers and plurals are written as the language writes them', () => {
  expect(textsOf('en', ['en-GB']).get('answersFound', { count: 1 })).toBe('1 answer found');
  expect(textsOf('de').get('answersFound', { count: 3 })).toBe('3 Antworten gefunden');
  expect(textsOf('ar').get('answersFound', { count: 3 })).toMatch(/أجوبة/);
  expect([1, 3, 5, 21, 22, 11].map((count) => textsOf('ru').get('answersFound', { count }))).toEqual([
    'Найден 1 ответ',
    'Найдено 3 ответа',
    'Найдено 5 ответов',
    'Найден 21 ответ',
    'Найдено 22 ответа',
    'Найдено 11 ответов',
  ]);
});

test('the owner’s own words stand in place of ours, plural forms too, with the placeholders filled', () => {
  const texts = textsOf('en', [], {
    greeting: 'Ahoy',
    'answersFound.one': 'A single one',
    backAt: 'Gone till {when}',
  });
  expect(texts.get('greeting')).toBe('Ahoy');
  expect(texts.get('answersFound', { count: 1 })).toBe('A single one');
  expect(texts.get('answersFound', { count: 2 })).toBe('2 answers found');
  expect(texts.get('backAt', { when: 'noon' })).toBe('Gone till noon');
});

test('a tag that no locale can have is passed over: some systems say "en-US@posix"', () => {
  expect(textsOf('en', ['en-US@posix', 'en-GB']).region).toBe('en-GB');
  expect(textsOf('en', ['en-US@posix']).region).toBe('en');
});

test('Albanian and Esperanto dates do not depend on what the browser brings', () => {
  const now = new Date(2026, 10, 24, 12).getTime();
  const day = 86_400_000;
  const albanian = textsOf('sq', ['sq-AL']);
  const esperanto = textsOf('eo');
  expect([-1, 0, 1].map((days) => dayName(albanian, now + days * day, now))).toEqual(['dje', 'sot', 'nesër']);
  expect(dayName(albanian, now + 2 * day, now)).toBe('të enjten');
  expect(dayName(esperanto, now + 20 * day, now)).toBe('la 14-an de decembro');
  expect(exactText(esperanto, new Date(2026, 10, 24, 14, 5).getTime())).toBe(
    'marde, la 24-an de novembro 2026, 14:05',
  );
  expect(durationText(albanian, 40)).toBe('40 minuta');
  expect(durationText(esperanto, 180)).toBe('3 horoj');
  expect(inText(esperanto, 1)).toBe('post 1 sekundo');
  expect(listText(albanian, ['Mara', 'Tomás', 'Lena'])).toBe('Mara, Tomás dhe Lena');
  expect(listText(albanian, ['Mara'])).toBe('Mara');
});

test('days and clock times are written as Intl writes them, in every language and country that is ours to write', () => {
  const now = new Date(2026, 10, 24, 12).getTime();
  const hour = 3_600_000;
  const plain = (text: string): string => text.replace(/\s/g, ' ').replace(/^0(\d:)/, '$1');
  const tags =
    'de de-AT de-CH ru ru-UA el el-CY fil fil-PH en en-US en-GB en-IE en-ZA en-AU en-NZ en-IN en-PH en-SG en-NG';
  for (const tag of tags.split(' ')) {
    const texts = textsOf(tag.replace(/-.*/, '') as Language, [tag]);
    expect(texts.region).toBe(tag);
    const write = (at: number, options: Intl.DateTimeFormatOptions): string =>
      new Intl.DateTimeFormat(tag, options).format(at);
    for (let hours = 0; hours < 24; hours++)
      expect(plain(clockTime(texts, now + hours * hour)), tag).toBe(
        plain(write(now + hours * hour, { hour: 'numeric', minute: '2-digit' })),
      );
    for (let month = 0; month < 12; month++) {
      const at = new Date(2025, month, 5 + month, 9).getTime();
      expect(dayName(texts, at, now), tag).toBe(write(at, { day: 'numeric', month: 'long' }));
    }
    for (const day of [-6, -5, -4, -3, -2, 2, 3, 4, 5, 6])
      expect(dayName(texts, now + day * 24 * hour, now), tag).toBe(
        write(now + day * 24 * hour, { weekday: 'long' }),
      );
    for (const day of [-1, 0, 1])
      expect(dayName(texts, now + day * 24 * hour, now), tag).toBe(
        new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(day, 'day'),
      );
  }
});

test('Arabic dates are Intl’s: digits, months and the calendar itself differ between countries', () => {
  const now = new Date(2026, 10, 24, 14, 5).getTime();
  expect(clockTime(textsOf('ar', ['ar-EG']), now)).toMatch(/٢:٠٥/);
  expect(clockTime(textsOf('ar', ['ar-MA']), now)).toBe('14:05');
});

test('what is on the first screen uses only the words that come with it', () => {
  const root = process.cwd();
  const seen = new Set<string>();
  const walk = (file: string): void => {
    if (seen.has(file) || !/\.tsx?$/.test(file) || file.includes('/texts/')) return;
    seen.add(file);
    for (const [, path] of readFileSync(join(root, file), 'utf8').matchAll(
      /^import (?!type)[^;]*?'(\.[^']+)';/gm,
    ))
      walk(normalize(join(dirname(file), path!)));
  };
  for (const entry of ['widget/panel/panel.ts', 'widget/panel/inline.tsx', 'widget/ask/index.ts'])
    walk(entry);
  expect(seen.size).toBeGreaterThan(15);
  const missing = [...seen].flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\bsay\(\s*'(\w+)'/g)]
      .map(([, key]) => key!)
      .filter((key) => !(key in english))
      .map((key) => `${file}: ${key}`),
  );
  expect(missing).toEqual([]);
  expect(readdirSync(join(root, 'widget/core/text/texts/later')).length).toBe(
    Object.keys(languageNames).length,
  );
});
