import { ownValue } from '../../../shared/core/own.ts';
import { directionOf, type Language, ourLanguage } from '../../../shared/core/languages.ts';
import type { SiteSettings } from '../../../shared/siteSettings.ts';
import ar from './texts/ar.ts';
import de from './texts/de.ts';
import el from './texts/el.ts';
import en from './texts/en.ts';
import eo from './texts/eo.ts';
import fil from './texts/fil.ts';
import ru from './texts/ru.ts';
import sq from './texts/sq.ts';
import type { Plural, PageTexts } from './textShape.ts';

export const pageLocales: Record<Language, PageTexts> = { en, de, ru, el, sq, fil, eo, ar };

/** Fills `{name}` places. Values are put in as they are; escaping is the page's. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );

/** A text that counts: the form of the language's plural, and the number as it is written there. */
export const countText = (tag: string, plural: Plural, count: number): string =>
  fill(plural[new Intl.PluralRules(tag).select(count)] ?? plural.other ?? '', {
    count: new Intl.NumberFormat(tag).format(count),
  });

/** A set of texts: a text by name, or its forms where it counts. */
type TextSet<Texts> = { readonly [Name in keyof Texts]: string | Plural };

/**
 * Ours with the owner's own in their places.
 * @param own the owner's, by `part.name`, or `part.name.one` for a form of one that counts
 * @param part the part of the product whose texts these are: `page`, say
 */
export const withOwnTexts = <Texts extends TextSet<Texts>>(
  texts: Texts,
  own: Readonly<Record<string, string>>,
  part: string,
): Texts => {
  if (!Object.keys(own).some((key) => key.startsWith(`${part}.`))) return texts;
  return Object.fromEntries(
    Object.entries<string | Plural>(texts).map(([name, text]) => [
      name,
      typeof text === 'string'
        ? (own[`${part}.${name}`] ?? text)
        : Object.fromEntries(
            Object.entries(text).map(([form, words]) => [form, own[`${part}.${name}.${form}`] ?? words]),
          ),
    ]),
  ) as unknown as Texts;
};

/** The owner's own texts in a language, or in one of its kind (`de` for `de-AT`); empty for none. */
export const ownTextsIn = ({ texts }: Pick<SiteSettings, 'texts'>, tag: string): Record<string, string> =>
  ownValue(texts, tag) ?? ownValue(texts, ourLanguage(tag) ?? 'en') ?? {};

export interface PageLanguage {
  /** BCP 47 tag. */
  tag: string;
  /** The language as the reader's browser writes it, with its region. No page that is cached for all may use it. */
  locale: string;
  direction: 'ltr' | 'rtl';
  texts: PageTexts;
  /** The owner's own texts of everything, which features look theirs up in. */
  own: Readonly<Record<string, string>>;
}

/** The tags of an Accept-Language header, the most wanted first. */
const accepted = (header: string): string[] =>
  header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);

/** True for a tag that every `Intl` object takes, of one of our languages. */
const isLocaleOf = (tag: string, language: Language): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 && ourLanguage(tag) === language;
  } catch {
    return false;
  }
};

/**
 * The language that a page is shown in: what the address asks for, then what the browser wants, then the site's first,
 * of those that the site has and we have texts for.
 */
export const chooseLanguage = (
  { languages, texts }: Pick<SiteSettings, 'languages' | 'texts'>,
  asked: string | undefined,
  header: string | undefined,
): PageLanguage => {
  const offered = languages.filter((tag) => ourLanguage(tag) !== null);
  const wanted = [asked?.toLowerCase() ?? '', ...accepted(header ?? '')];
  const tag =
    wanted.flatMap((want) => {
      const language = ourLanguage(want);
      return (
        offered.find((offer) => offer.toLowerCase() === want) ??
        offered.find((offer) => language !== null && ourLanguage(offer) === language) ??
        []
      );
    })[0] ??
    offered[0] ??
    'en';
  const language = ourLanguage(tag) ?? 'en';
  const own = ownTextsIn({ texts }, tag);
  return {
    tag,
    locale: wanted.find((want) => want.includes('-') && isLocaleOf(want, language)) ?? tag,
    direction: directionOf(tag),
    texts: withOwnTexts(pageLocales[language], own, 'page'),
    own,
  };
};
