import { ourLanguage } from '../../../shared/core/languages.ts';

/** Loaders of a feature's own texts, by language; English where there is none. */
export type TextLoaders<Texts> = Record<string, () => Promise<{ default: Texts }>> & {
  en: () => Promise<{ default: Texts }>;
};

/**
 * Loaders by language of the files that `import.meta.glob('./texts/*.ts')` found, so that a language is one more file
 * and no list to keep.
 */
export const byLanguage = <Texts>(files: Record<string, () => Promise<unknown>>): TextLoaders<Texts> =>
  Object.fromEntries(
    Object.entries(files).map(([path, load]) => [path.slice(path.lastIndexOf('/') + 1, -'.ts'.length), load]),
  ) as TextLoaders<Texts>;

/** Texts in a language. @throws when they cannot be loaded */
export const loadTexts = async <Texts>(loaders: TextLoaders<Texts>, tag: string): Promise<Texts> =>
  (await (loaders[ourLanguage(tag) ?? 'en'] ?? loaders.en)()).default;
