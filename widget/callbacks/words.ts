import type { Fill, TextKey, Texts } from '../core/text/i18n.ts';
import type english from './locales/en.ts';

export type CallWords = { [Key in keyof typeof english]: string };
export type Say = (key: keyof CallWords, fill?: Fill) => string;

const words: Record<string, () => Promise<{ default: CallWords }>> = {
  en: () => import('./locales/en.ts'),
  de: () => import('./locales/de.ts'),
  ru: () => import('./locales/ru.ts'),
  el: () => import('./locales/el.ts'),
  sq: () => import('./locales/sq.ts'),
  fil: () => import('./locales/fil.ts'),
  eo: () => import('./locales/eo.ts'),
  ar: () => import('./locales/ar.ts'),
};

/** Adds the words of calls to those that are there, the owner's own before ours. @throws when they cannot be loaded */
export const loadWords = async (texts: Texts): Promise<Say> => {
  texts.add((await words[texts.language]!()).default as object);
  return (key, fill) => texts.say(key as TextKey, fill);
};
