import type { NpsWord, NpsWords } from '../../shared/nps/words.ts';
import type { Fill } from '../core/text/fill.ts';
import { createTexts, type TextKey, type Texts } from '../core/text/i18n.ts';

export type Say = (key: NpsWord, fill?: Fill) => string;

const words: Record<string, () => Promise<{ default: NpsWords }>> = {
  en: () => import('../../shared/nps/words/en.ts'),
  de: () => import('../../shared/nps/words/de.ts'),
  ru: () => import('../../shared/nps/words/ru.ts'),
  el: () => import('../../shared/nps/words/el.ts'),
  sq: () => import('../../shared/nps/words/sq.ts'),
  fil: () => import('../../shared/nps/words/fil.ts'),
  eo: () => import('../../shared/nps/words/eo.ts'),
  ar: () => import('../../shared/nps/words/ar.ts'),
};

/** The words of surveys, apart from those of the panel. @throws when they cannot be loaded */
export const loadWords = async (texts: Texts): Promise<Say> => {
  const own = createTexts(texts.language, (await words[texts.language]!()).default as never);
  return (key, fill) => own.say(key as TextKey, fill);
};
