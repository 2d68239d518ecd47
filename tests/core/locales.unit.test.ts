import { expect, test } from 'vitest';
import { languageNames } from '../../shared/core/languages.ts';

type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;
type Locale = Record<string, string | Plural>;

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/**
 * True for a form that is for one number only, which it may say in words: Arabic's "one answer" and "two answers" need
 * no digit, while Russian's `one` is for 21 as well. `zero` may leave its placeholders out altogether.
 */
const saysItsNumber = (language: string, form: string): boolean =>
  form === 'two' || (form === 'one' && language === 'ar');

/** Declares the tests that compare a set of locales with English: keys, placeholders, plural forms. */
const compareLocales = (what: string, english: Locale, all: Record<string, Locale>): void => {
  test.each(Object.entries(all))(
    `${what}, %s: the keys of English, their placeholders, none empty`,
    (language, locale) => {
      expect(Object.keys(locale).sort()).toEqual(Object.keys(english).sort());
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const [key, text] of Object.entries(locale)) {
        const model = english[key]!;
        expect(typeof text, key).toBe(typeof model);
        if (typeof text === 'string') {
          expect(text.trim(), key).not.toBe('');
          expect(placeholders(text), key).toEqual(placeholders(model as string));
          continue;
        }
        const wanted = placeholders((model as Plural).other!);
        for (const [form, words] of Object.entries(text) as [string, string][]) {
          if (form === 'zero') continue;
          const needed = saysItsNumber(language, form) ? wanted.filter((one) => one !== '{count}') : wanted;
          const found = placeholders(words);
          expect(saysItsNumber(language, form) ? found.filter((one) => one !== '{count}') : found).toEqual(
            needed,
          );
        }
        for (const form of forms)
          if (form !== 'zero') expect(text[form]?.trim(), `${key} ${form}`).toBeTruthy();
      }
    },
  );

  test.each(Object.entries(all).filter(([language]) => language !== 'en'))(
    `${what}, %s: is translated`,
    (_, locale) => {
      const same = Object.entries(locale).filter(
        ([key, text]) =>
          typeof text === 'string' &&
          text === english[key] &&
          // Two words may be the same in two languages, and a sign is.
          (text.replace(/\{\w+\}/g, '').match(/\p{L}+/gu) ?? []).length > 2,
      );
      expect(same.map(([key]) => key)).toEqual([]);
    },
  );
};

/** Every file of texts there is, wherever it lies: a folder named `texts` with a file for each language. */
const files = import.meta.glob<{ default: Locale }>(
  ['../../{widget,server,shared}/**/texts/**/*.ts', '!**/node_modules/**', '!**/dist/**'],
  { eager: true },
);

const folders = new Map<string, Record<string, Locale>>();
for (const [path, { default: locale }] of Object.entries(files)) {
  const [, folder = '', language = ''] = /^\.\.\/\.\.\/(.*)\/(\w+)\.ts$/.exec(path) ?? [];
  folders.set(folder, { ...folders.get(folder), [language]: locale });
}

test('texts are found', () => expect(folders.size).toBeGreaterThan(40));

test.each([...folders])('%s speaks every language that is promised', (_, locales) =>
  expect(Object.keys(locales).sort()).toEqual(Object.keys(languageNames).sort()),
);

for (const [folder, locales] of folders) compareLocales(folder, locales['en'] ?? {}, locales);
