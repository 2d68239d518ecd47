import type { Language } from '../../../shared/core/languages.ts';
import type { LaterTexts, Texts } from './i18n.ts';

const later: Record<Language, () => Promise<{ default: LaterTexts }>> = {
  en: () => import('./texts/later/en.ts'),
  de: () => import('./texts/later/de.ts'),
  ru: () => import('./texts/later/ru.ts'),
  el: () => import('./texts/later/el.ts'),
  sq: () => import('./texts/later/sq.ts'),
  fil: () => import('./texts/later/fil.ts'),
  eo: () => import('./texts/later/eo.ts'),
  ar: () => import('./texts/later/ar.ts'),
};

/** Adds the texts that come after the first screen. @throws when they cannot be loaded; the next call tries again */
export const loadLaterTexts = async (texts: Texts): Promise<void> =>
  texts.add((await later[texts.language]()).default);
