import { ourLanguage } from '../../../shared/core/languages.ts';
import { fill, type Plural, pluralForm } from '../text/fill.ts';
import { byLanguage, loadTexts } from './textLoaders.ts';
import type { InboxTexts } from './texts/en.ts';

export type { InboxTexts };

export interface Language {
  tag: string;
  texts: InboxTexts;
}

const loaders = byLanguage<InboxTexts>(import.meta.glob('./texts/*.ts'));

/** Loads the first of the wanted languages that there is; English otherwise. One chunk, not all. */
export const loadLanguage = async (wanted: readonly string[]): Promise<Language> => {
  // Some systems put more into a tag than a tag may hold ("en-US@posix"), and Intl throws at it.
  const tag = wanted.find((one) => /^\w+(-\w+)*$/.test(one) && ourLanguage(one)) ?? 'en';
  return { tag, texts: await loadTexts(loaders, tag) };
};

const minutes: [Intl.RelativeTimeFormatUnit, number] = ['minute', 60_000];
const steps: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400_000], ['hour', 3_600_000], minutes];

/** Formatters are cached: making one costs more than a row of the list, and each row has three. */
const formatters = new Map<string, unknown>();
const cached = <Formatter>(key: string, make: () => Formatter): Formatter => {
  const known = formatters.get(key) as Formatter | undefined;
  if (known) return known;
  const made = make();
  formatters.set(key, made);
  return made;
};

/** Fills a text whose form depends on a number. */
export const counted = (tag: string, forms: Plural, count: number): string =>
  fill(
    forms[
      pluralForm(
        forms,
        cached(`plural ${tag}`, () => new Intl.PluralRules(tag)),
        count,
      )
    ] ??
      forms.other ??
      '',
    { count: cached(`number ${tag}`, () => new Intl.NumberFormat(tag)).format(count) },
  );

/** A span in the largest unit that fits: "3 hours". @param milliseconds not negative */
export const span = (tag: string, milliseconds: number): string => {
  const [unit, size] = steps.find(([, size]) => milliseconds >= size) ?? minutes;
  return cached(
    `span ${tag} ${unit}`,
    () => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }),
  ).format(Math.max(1, Math.round(milliseconds / size)));
};

/** The time since, in words below a week, a date beyond. */
export const ago = (tag: string, at: number, now: number): string => {
  const passed = now - at;
  if (passed > 7 * 86_400_000)
    return cached(`day ${tag}`, () => new Intl.DateTimeFormat(tag, { dateStyle: 'medium' })).format(at);
  const format = cached(
    `ago ${tag}`,
    () => new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' }),
  );
  // "now", not "this minute".
  if (passed < 30_000) return format.format(0, 'second');
  const [unit, size] = steps.find(([, size]) => passed >= size) ?? minutes;
  return format.format(-Math.round(passed / size), unit);
};

/** A day and a time, short, as one says them of what is near. */
export const moment = (tag: string, at: number): string =>
  cached(
    `moment ${tag}`,
    () =>
      new Intl.DateTimeFormat(tag, {
        weekday: 'short',
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
      }),
  ).format(at);

export const exact = (tag: string, at: number): string =>
  cached(
    `exact ${tag}`,
    () => new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'short' }),
  ).format(at);

/** Date and time, with its year, short enough for a line of a list. */
export const stamp = (tag: string, at: number): string =>
  cached(
    `stamp ${tag}`,
    () => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }),
  ).format(at);

/** As {@link stamp}, to the second: for logs. */
export const logStamp = (tag: string, at: number): string =>
  cached(
    `logStamp ${tag}`,
    () => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' }),
  ).format(at);

/** A language's name in the reader's own; the tag where the browser does not know it. */
export const languageName = (tag: string, language: string): string => {
  const names = cached(
    `languages ${tag}`,
    () => new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }),
  );
  return names.of(language) ?? language;
};
