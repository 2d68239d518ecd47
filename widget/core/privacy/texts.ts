import type { Language } from '../../../shared/core/languages.ts';
import type { Fill } from '../text/fill.ts';
import type { TextKey, Texts } from '../text/i18n.ts';
import type { PrivacyTexts } from './texts/en.ts';

export type Translate = (key: keyof PrivacyTexts, fill?: Fill) => string;

const loaders: Record<Language, () => Promise<{ default: PrivacyTexts }>> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  el: () => import('./texts/el.ts'),
  sq: () => import('./texts/sq.ts'),
  fil: () => import('./texts/fil.ts'),
  eo: () => import('./texts/eo.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** Adds the texts about the visitor's own data; the owner's own come before ours. @throws when they cannot be loaded */
export const loadTexts = async (texts: Texts): Promise<Translate> => {
  texts.add((await loaders[texts.language]()).default as object);
  return (key, fill) => texts.get(key as TextKey, fill);
};
