import type { Language } from '../../../shared/core/languages.ts';
import { type Calendar, inRegion } from './calendar.ts';
import { type Fill, fill, type Plural, pluralForm } from './fill.ts';
import type { FirstTexts } from './texts/en.ts';
import type { LaterTexts } from './texts/later/en.ts';

export type { FirstTexts };
export type { LaterTexts };

type Entry = string | Plural;

export type TextKey = keyof FirstTexts | keyof LaterTexts;

const first: Record<Language, () => Promise<{ default: FirstTexts; calendar?: Calendar }>> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  el: () => import('./texts/el.ts'),
  sq: () => import('./texts/sq.ts'),
  fil: () => import('./texts/fil.ts'),
  eo: () => import('./texts/eo.ts'),
  ar: () => import('./texts/ar.ts'),
};

export interface Texts {
  /** One of our locales. */
  language: Language;
  /** The visitor's own tag for it, for dates and numbers: en-GB writes them otherwise than en-US. */
  region: string;
  direction: 'ltr' | 'rtl';
  calendar: Calendar | undefined;
  /** The owner's texts, by key, or by `key.form` where there are plurals. */
  own: Readonly<Record<string, string>>;
  /** The text of a key; `count` picks the plural and is written as the language writes numbers. */
  get(key: TextKey, values?: Fill): string;
  /** Adds texts that come with a part that was loaded later. */
  add(texts: Partial<LaterTexts>): void;
}

const pickForm = (forms: Plural, form: Intl.LDMLPluralRule): string => forms[form] ?? forms.other ?? '';

/**
 * @param calendar absent where Intl writes the dates
 * @param wanted the visitor's language tags, most wanted first
 * @param own see {@link Texts}
 */
export const createTexts = (
  language: Language,
  texts: FirstTexts,
  calendar?: Calendar,
  wanted: readonly string[] = [],
  own: Readonly<Record<string, string>> = {},
): Texts => {
  // Some systems put more into a tag than a tag may hold ("en-US@posix"), and Intl throws at it.
  const region =
    calendar?.own?.like ??
    wanted.find((tag) => /^\w+(-\w+)*$/.test(tag) && tag.split('-')[0] === language) ??
    language;
  let numbers: Intl.NumberFormat | undefined;
  // The first formatter of Intl costs a slow phone 30 ms. Numbers below a thousand are their digits in all of our
  // languages but Arabic, so that the first screen goes without one.
  const formatNumber = (value: number): string =>
    value < 1_000 && language !== 'ar'
      ? `${value}`
      : (numbers ??= new Intl.NumberFormat(region)).format(value);
  const plurals = new Intl.PluralRules(language);
  const entries: Record<string, Entry> = { ...texts };
  return {
    language,
    region,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    own,
    calendar: calendar && inRegion(calendar, region),
    get(key, values = {}) {
      const entry = entries[key] ?? '';
      const form = typeof entry === 'string' ? '' : pluralForm(entry, plurals, values['count'] as number);
      const text = own[form ? `${key}.${form}` : key] ?? (form ? pickForm(entry as Plural, form) : entry);
      return fill(text as string, values, formatNumber);
    },
    add: (more) => void Object.assign(entries, more),
  };
};

/** Loads the texts of the first screen in one language, and nothing of the others. */
export const loadTexts = async (language: Language, own: Record<string, string>): Promise<Texts> => {
  const { default: texts, calendar } = await first[language]();
  return createTexts(language, texts, calendar, navigator.languages, own);
};
