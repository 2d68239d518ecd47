import type { Language } from '../../../shared/core/languages.ts';
import { Confirm } from './Confirm.tsx';
import { Report } from './Report.tsx';
import { Share } from './Share.tsx';
import type { AskingTexts } from './texts/en.ts';

const loaders: Record<Language, () => Promise<{ default: AskingTexts }>> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  el: () => import('./texts/el.ts'),
  sq: () => import('./texts/sq.ts'),
  fil: () => import('./texts/fil.ts'),
  eo: () => import('./texts/eo.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** The views that are asked for with a button of a comment, and their texts. */
export interface Asking {
  texts: AskingTexts;
  Confirm: typeof Confirm;
  Report: typeof Report;
  Share: typeof Share;
}

/** The lazy entry: what is asked before something is done with a comment. @throws when its texts cannot be loaded */
export const loadAsking = async (language: Language): Promise<Asking> => ({
  texts: (await loaders[language]()).default,
  Confirm,
  Report,
  Share,
});
