import { expect, test } from 'vitest';

type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;
export type Locale = Record<string, string | Plural>;

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** Declares the tests that compare a set of locales with English: keys, placeholders, plural forms. */
export const compareLocales = (what: string, english: Locale, all: Record<string, Locale>): void => {
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
        // `zero` is a sentence of its own where a language has no such plural.
        for (const [form, words] of Object.entries(text) as [string, string][])
          if (form !== 'zero') expect(placeholders(words), `${key} ${form}`).toEqual(wanted);
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
          text.split(' ').length > 2 &&
          !/^[{}\w, ]*\}$/.test(text),
      );
      expect(same.map(([key]) => key)).toEqual([]);
    },
  );
};
