import type { Plural } from '../core/text/fill.ts';
import { byLanguage, loadTexts } from '../core/staff/textLoaders.ts';
import type { ConsoleTexts } from './texts/en.ts';

export type { ConsoleTexts };

export type ConsoleKey = keyof ConsoleTexts;

const loaders = byLanguage<ConsoleTexts>(import.meta.glob('./texts/*.ts'));

/** Texts of the console in the language of the staff's page. */
export const loadConsoleTexts = (tag: string): Promise<ConsoleTexts> => loadTexts(loaders, tag);

type Locale = Record<string, string | Plural | object>;

const first = import.meta.glob<{ default: Locale }>('../core/text/texts/*.ts');
const later = import.meta.glob<{ default: Locale }>('../core/text/texts/later/*.ts');
/** Texts of each feature, in a folder of its own; those that pages and mails share with it lie elsewhere. */
const ofFeatures = import.meta.glob<{ default: Locale }>(['../*/texts/*.ts', '!../console/texts/*.ts']);

/** Texts that a part has for pages and mails, too, with what their keys begin with. */
const ofPages = {
  comments: import.meta.glob<{ default: Locale }>('../../shared/comments/texts/*.ts'),
  nps: import.meta.glob<{ default: Locale }>('../../shared/nps/texts/*.ts'),
};
const prefixes: Readonly<Record<string, string>> = { comments: 'comment.', nps: 'survey.' };

const flatten = (locale: Locale, prefix = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(locale).flatMap(([key, text]) => {
      if (typeof text === 'string') return [[prefix + key, text]];
      return Object.entries(text as Plural).map(([form, words]) => [`${prefix}${key}.${form}`, words]);
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
    ...Object.entries(ofPages).map(
      ([part, files]) =>
        [part, files[`../../shared/${part}/texts/${language}.ts`]] as const satisfies [string, unknown],
    ),
    ...Object.keys(ofFeatures)
      .filter((file) => file.endsWith(`/texts/${language}.ts`))
      .map((file) => [file.split('/')[1] ?? '', ofFeatures[file]] as const satisfies [string, unknown]),
  ];
  const parts = await Promise.all(
    loads.map(
      async ([part, load]) => [part, flatten((await load?.())?.default ?? {}, prefixes[part])] as const,
    ),
  );
  return Object.fromEntries(parts);
};

/** Our own texts of the widget in one language, of all parts together. */
export const loadWidgetTexts = async (language: string): Promise<Record<string, string>> =>
  Object.assign({}, ...Object.values(await loadWidgetTextsByPart(language))) as Record<string, string>;
