import type { Language } from '../../shared/core/languages.ts';
import type { Fill } from '../core/text/fill.ts';
import type { TextKey, Texts } from '../core/text/i18n.ts';
import type { SignInTexts } from './texts/en.ts';

export type Translate = (key: keyof SignInTexts, fill?: Fill) => string;

const loaders: Record<Language, () => Promise<{ default: SignInTexts }>> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  el: () => import('./texts/el.ts'),
  sq: () => import('./texts/sq.ts'),
  fil: () => import('./texts/fil.ts'),
  eo: () => import('./texts/eo.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** Adds the texts of signing in; the owner's own come before ours. @throws when they cannot be loaded */
export const loadTexts = async (texts: Texts): Promise<Translate> => {
  texts.add((await loaders[texts.language]()).default as object);
  return (key, fill) => texts.get(key as TextKey, fill);
};
