import type { Language } from '../../shared/core/languages.ts';
import type { AnnouncementTextKey, AnnouncementTexts } from '../../shared/announcements/texts.ts';
import type { Fill } from '../core/text/fill.ts';
import { createTexts, type TextKey, type Texts } from '../core/text/i18n.ts';

export type Translate = (key: AnnouncementTextKey, fill?: Fill) => string;

const loaders: Record<Language, () => Promise<{ default: AnnouncementTexts }>> = {
  en: () => import('../../shared/announcements/texts/en.ts'),
  de: () => import('../../shared/announcements/texts/de.ts'),
  ru: () => import('../../shared/announcements/texts/ru.ts'),
  el: () => import('../../shared/announcements/texts/el.ts'),
  sq: () => import('../../shared/announcements/texts/sq.ts'),
  fil: () => import('../../shared/announcements/texts/fil.ts'),
  eo: () => import('../../shared/announcements/texts/eo.ts'),
  ar: () => import('../../shared/announcements/texts/ar.ts'),
};

/** Loads the texts of announcements, apart from those of the panel. @throws when they cannot be loaded */
export const loadTexts = async (texts: Texts): Promise<Translate> => {
  const own = createTexts(texts.language, (await loaders[texts.language]()).default as never);
  return (key, fill) => own.get(key as TextKey, fill);
};
