import { type Language, ourLanguage } from '../../../../shared/core/languages.ts';
import ar from './texts/ar.ts';
import de from './texts/de.ts';
import el from './texts/el.ts';
import en from './texts/en.ts';
import eo from './texts/eo.ts';
import fil from './texts/fil.ts';
import ru from './texts/ru.ts';
import sq from './texts/sq.ts';
import type { ArchiveTexts } from './textShape.ts';

export const archiveLocales: Record<Language, ArchiveTexts> = { en, de, ru, el, sq, fil, eo, ar };

/** The texts of an export in a language, or in English where it is none of ours. */
export const archiveTexts = (language: string): { tag: Language; texts: ArchiveTexts } => {
  const tag = ourLanguage(language) ?? 'en';
  return { tag, texts: archiveLocales[tag] };
};
