import { primarySubtag } from '../../shared/core/languages.ts';
import type { Plural } from '../core/text/fill.ts';
import type { ConsoleTexts } from './texts/en.ts';

export type { ConsoleTexts };

export type ConsoleKey = keyof ConsoleTexts;

const english = () => import('./texts/en.ts');
const loaders: Record<string, () => Promise<{ default: ConsoleTexts }>> = {
  en: english,
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** Texts of the console in the language of the staff's page. */
export const loadConsoleTexts = async (tag: string): Promise<ConsoleTexts> =>
  (await (loaders[primarySubtag(tag)] ?? english)()).default;

type Locale = Record<string, string | Plural | object>;

const first = import.meta.glob<{ default: Locale }>('../core/text/texts/*.ts');
const later = import.meta.glob<{ default: Locale }>('../core/text/texts/later/*.ts');
/** Texts of each feature, in a folder of its own. */
const ofFeatures = import.meta.glob<{ default: Locale }>(['../*/texts/*.ts', '!../console/texts/*.ts']);

const flatten = (locale: Locale): Record<string, string> =>
  Object.fromEntries(
    Object.entries(locale).flatMap(([key, text]) => {
      if (typeof text === 'string') return [[key, text]];
      return Object.entries(text as Plural).map(([form, words]) => [`${key}.${form}`, words]);
    }),
  ) as Record<string, string>;

/**
 * Our own texts of the widget in one language, under the keys of the owner's (`name`, `name.one`), by what defines them:
 * `first` and `later` are the panel's, the others have their feature's name.
 */
export const loadWidgetTextsByPart = async (
  language: string,
): Promise<Record<string, Record<string, string>>> => {
  const loads: [part: string, load: (() => Promise<{ default: Locale }>) | undefined][] = [
    ['first', first[`../core/text/texts/${language}.ts`]],
    ['later', later[`../core/text/texts/later/${language}.ts`]],
    ...Object.keys(ofFeatures)
      .filter((file) => file.endsWith(`/texts/${language}.ts`))
      .map((file) => [file.split('/')[1] ?? '', ofFeatures[file]] as const satisfies [string, unknown]),
  ];
  const parts = await Promise.all(
    loads.map(async ([part, load]) => [part, flatten((await load?.())?.default ?? {})] as const),
  );
  return Object.fromEntries(parts);
};

/** Our own texts of the widget in one language, of all parts together. */
export const loadWidgetTexts = async (language: string): Promise<Record<string, string>> =>
  Object.assign({}, ...Object.values(await loadWidgetTextsByPart(language))) as Record<string, string>;
