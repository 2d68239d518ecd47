import type { Calendar } from './calendar.ts';
import type english from '../../locales/en.ts';
import type englishLater from '../../locales/later/en.ts';

type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;
type Entry = string | Plural;
/** A locale has every key of the English one; what counts has a form for each plural that the language knows. */
type Words<English> = { [Key in keyof English]: English[Key] extends string ? string : Plural };

export type FirstWords = Words<typeof english> & {
  /** For a language whose dates and durations browsers do not bring. */
  calendar?: Calendar;
};
export type LaterWords = Words<typeof englishLater>;
export type TextKey = Exclude<keyof FirstWords | keyof LaterWords, 'calendar'>;

const first: Record<string, () => Promise<{ default: FirstWords }>> = {
  en: () => import('../../locales/en.ts'),
  de: () => import('../../locales/de.ts'),
  ru: () => import('../../locales/ru.ts'),
  el: () => import('../../locales/el.ts'),
  sq: () => import('../../locales/sq.ts'),
  fil: () => import('../../locales/fil.ts'),
  eo: () => import('../../locales/eo.ts'),
  ar: () => import('../../locales/ar.ts'),
};

export type Fill = Record<string, string | number>;

export interface Texts {
  /** One of our locales. */
  language: string;
  /** The visitor's own tag for it, for dates and numbers: en-GB writes them otherwise than en-US. */
  region: string;
  direction: 'ltr' | 'rtl';
  calendar: Calendar | undefined;
  /** The text of a key; `count` picks the plural and is written as the language writes numbers. */
  say(key: TextKey, fill?: Fill): string;
  /** Takes in words that come with a part that was loaded later. */
  add(words: Partial<LaterWords>): void;
}

/**
 * @param wanted the visitor's language tags, most wanted first
 * @param own the owner's words, by key, or by `key.form` where there are plurals
 */
export const createTexts = (
  language: string,
  { calendar, ...words }: FirstWords,
  wanted: readonly string[] = [],
  own: Record<string, string> = {},
): Texts => {
  // Some systems put more into a tag than a tag may hold ("en-US@posix"), and Intl throws at it.
  const region =
    calendar?.like ??
    wanted.find((tag) => /^\w+(-\w+)*$/.test(tag) && tag.split('-')[0] === language) ??
    language;
  const numbers = new Intl.NumberFormat(region);
  const plurals = new Intl.PluralRules(language);
  const entries: Record<string, Entry> = { ...words };
  return {
    language,
    region,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    calendar,
    say(key, fill = {}) {
      const entry = entries[key] ?? '';
      const count = fill.count as number;
      const plural = typeof entry !== 'string' && entry;
      const form = plural && (count === 0 && plural.zero ? 'zero' : plurals.select(count));
      const text =
        own[form ? `${key}.${form}` : key] ??
        (form ? ((plural as Plural)[form] ?? (plural as Plural).other) : (entry as string));
      return text!.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = fill[name] ?? '';
        return typeof value === 'number' ? numbers.format(value) : value;
      });
    },
    add: (more) => void Object.assign(entries, more),
  };
};

/** Loads the words of the first screen in one language, and nothing of the others. */
export const loadTexts = async (language: string, own: Record<string, string>): Promise<Texts> =>
  createTexts(language, (await first[language]!()).default, navigator.languages, own);
