import type { NewsWord, NewsWords } from '../../shared/announcements/texts.ts';
import type { Fill } from '../core/text/fill.ts';
import { createTexts, type TextKey, type Texts } from '../core/text/i18n.ts';

export type Say = (key: NewsWord, fill?: Fill) => string;

const words: Record<string, () => Promise<{ default: NewsWords }>> = {
  en: () => import('../../shared/announcements/texts/en.ts'),
  de: () => import('../../shared/announcements/texts/de.ts'),
  ru: () => import('../../shared/announcements/texts/ru.ts'),
  el: () => import('../../shared/announcements/texts/el.ts'),
  sq: () => import('../../shared/announcements/texts/sq.ts'),
  fil: () => import('../../shared/announcements/texts/fil.ts'),
  eo: () => import('../../shared/announcements/texts/eo.ts'),
  ar: () => import('../../shared/announcements/texts/ar.ts'),
};

/** The words around news, apart from those of the panel. @throws when they cannot be loaded */
export const loadWords = async (texts: Texts): Promise<Say> => {
  const own = createTexts(texts.language, (await words[texts.language]!()).default as never);
  return (key, fill) => own.say(key as TextKey, fill);
};
