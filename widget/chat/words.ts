import type { Fill } from '../core/text/fill.ts';
import type { TextKey, Texts } from '../core/text/i18n.ts';
import type { ChatWords } from './texts/en.ts';

export type { ChatWords };

export type Say = (key: keyof ChatWords, fill?: Fill) => string;

const words: Record<string, () => Promise<{ default: ChatWords }>> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  el: () => import('./texts/el.ts'),
  sq: () => import('./texts/sq.ts'),
  fil: () => import('./texts/fil.ts'),
  eo: () => import('./texts/eo.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** Adds the chat's words to those that are there, the owner's own before ours. @throws when they cannot be loaded */
export const loadWords = async (texts: Texts): Promise<Say> => {
  texts.add((await words[texts.language]!()).default as object);
  return (key, fill) => texts.say(key as TextKey, fill);
};
