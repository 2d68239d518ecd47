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
/** What each feature adds, in a folder of its own. */
const ofFeatures = import.meta.glob<{ default: Locale }>(['../*/texts/*.ts', '!../console/texts/*.ts']);

/** Our own texts of the widget in one language, under the keys of the owner's: `name`, `name.one`. */
export const loadWidgetTexts = async (language: string): Promise<Record<string, string>> => {
  const parts = await Promise.all(
    [
      first[`../core/text/texts/${language}.ts`],
      later[`../core/text/texts/later/${language}.ts`],
      ...Object.keys(ofFeatures)
        .filter((file) => file.endsWith(`/texts/${language}.ts`))
        .map((file) => ofFeatures[file]),
    ].map((load) => load?.()),
  );
  return Object.fromEntries(
    parts.flatMap((part) =>
      Object.entries(part?.default ?? {}).flatMap(([key, text]) => {
        if (typeof text === 'string') return [[key, text]];
        return Object.entries(text as Plural).map(([form, words]) => [`${key}.${form}`, words]);
      }),
    ),
  ) as Record<string, string>;
};
