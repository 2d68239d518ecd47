import type { Language } from '../../shared/core/languages.ts';
import type { Host } from '../core/host.ts';
import { fill, type Plural, pluralForm } from '../core/text/fill.ts';
import type { CommentTexts } from '../../shared/comments/texts.ts';

const loaders: Record<Language, () => Promise<{ default: CommentTexts }>> = {
  en: () => import('../../shared/comments/texts/en.ts'),
  de: () => import('../../shared/comments/texts/de.ts'),
  ru: () => import('../../shared/comments/texts/ru.ts'),
  el: () => import('../../shared/comments/texts/el.ts'),
  sq: () => import('../../shared/comments/texts/sq.ts'),
  fil: () => import('../../shared/comments/texts/fil.ts'),
  eo: () => import('../../shared/comments/texts/eo.ts'),
  ar: () => import('../../shared/comments/texts/ar.ts'),
};

/** Texts of comments in one language, and how it writes dates. */
export interface Locale {
  texts: CommentTexts;
  direction: 'ltr' | 'rtl';
  /** Fills `{name}`; `count` picks the plural. */
  text(key: keyof CommentTexts, values?: Record<string, string | number>): string;
  /** A moment in the reader's zone: since when within a day, else the date. */
  when(at: number, now: number): string;
  exact(at: number): string;
}

/** Loads the texts of comments in the visitor's language, the owner's own in their places. @throws when they cannot be loaded */
export const loadLocale = async (host: Host): Promise<Locale> => {
  const { language } = host;
  const { default: ours } = await loaders[language]();
  const texts = host.settings.ownTexts.includes(language)
    ? await (await import('./ownTexts.ts')).withOwnTexts(host, ours)
    : ours;
  // The visitor's own tag: en-GB writes dates otherwise than en-US. Some systems' tags are none that Intl takes.
  const region =
    navigator.languages.find((tag) => /^\w+(-\w+)*$/.test(tag) && tag.split('-')[0] === language) ?? language;
  const isKnown = Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  const plurals = new Intl.PluralRules(language);
  const number = (value: number): string => new Intl.NumberFormat(region).format(value);
  const date = (at: number, options: Intl.DateTimeFormatOptions): string =>
    isKnown
      ? new Intl.DateTimeFormat(region, options).format(at)
      : // A language whose dates browsers do not bring: digits are read in any.
        new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16).replace('T', ' ');
  return {
    texts,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    text(key, values = {}) {
      const entry = texts[key];
      const text =
        typeof entry === 'string' ? entry : entry[pluralForm(entry, plurals, values['count'] as number)];
      // biome-ignore lint/style/noNonNullAssertion: every plural has the form `other`
      return fill(text ?? (entry as Plural).other!, values, isKnown ? number : String);
    },
    when(at, now) {
      const minutes = Math.round((at - now) / 60_000);
      return !isKnown || minutes < -24 * 60
        ? date(at, { dateStyle: 'medium' })
        : new Intl.RelativeTimeFormat(region, { numeric: 'auto' }).format(
            ...((minutes > -60 ? [Math.min(0, minutes), 'minute'] : [Math.round(minutes / 60), 'hour']) as [
              number,
              'minute',
            ]),
          );
    },
    exact: (at) => date(at, { dateStyle: 'full', timeStyle: 'short' }),
  };
};
