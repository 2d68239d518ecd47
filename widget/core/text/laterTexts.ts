import type { LaterWords, Texts } from './i18n.ts';

const later: Record<string, () => Promise<{ default: LaterWords }>> = {
  en: () => import('../../locales/later/en.ts'),
  de: () => import('../../locales/later/de.ts'),
  ru: () => import('../../locales/later/ru.ts'),
  el: () => import('../../locales/later/el.ts'),
  sq: () => import('../../locales/later/sq.ts'),
  fil: () => import('../../locales/later/fil.ts'),
  eo: () => import('../../locales/later/eo.ts'),
  ar: () => import('../../locales/later/ar.ts'),
};

/** Adds the words that come after the first screen. @throws when they cannot be loaded; the next call tries again */
export const loadLaterTexts = async (texts: Texts): Promise<void> =>
  texts.add((await later[texts.language]!()).default);
