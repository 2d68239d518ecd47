import type { Language } from '../../shared/core/languages.ts';
import type { NpsWord, NpsTexts } from '../../shared/nps/texts.ts';
import type { Fill } from '../core/text/fill.ts';
import { createTexts, type TextKey, type Texts } from '../core/text/i18n.ts';
import { ownOf } from '../core/text/ownOf.ts';

export type Translate = (key: NpsWord, fill?: Fill) => string;

const loaders: Record<Language, () => Promise<{ default: NpsTexts }>> = {
  en: () => import('../../shared/nps/texts/en.ts'),
  de: () => import('../../shared/nps/texts/de.ts'),
  ru: () => import('../../shared/nps/texts/ru.ts'),
  el: () => import('../../shared/nps/texts/el.ts'),
  sq: () => import('../../shared/nps/texts/sq.ts'),
  fil: () => import('../../shared/nps/texts/fil.ts'),
  eo: () => import('../../shared/nps/texts/eo.ts'),
  ar: () => import('../../shared/nps/texts/ar.ts'),
};

/** Loads the texts of surveys, apart from those of the panel; the owner's own come before ours. @throws when they cannot be loaded */
export const loadTexts = async (texts: Texts): Promise<Translate> => {
  const own = createTexts(
    texts.language,
    (await loaders[texts.language]()).default as never,
    undefined,
    [],
    ownOf(texts.own, 'survey'),
  );
  return (key, fill) => own.get(key as TextKey, fill);
};
