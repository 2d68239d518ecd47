import type { NpsTexts } from '../../shared/nps/texts.ts';
import ar from '../../shared/nps/texts/ar.ts';
import de from '../../shared/nps/texts/de.ts';
import el from '../../shared/nps/texts/el.ts';
import en from '../../shared/nps/texts/en.ts';
import eo from '../../shared/nps/texts/eo.ts';
import fil from '../../shared/nps/texts/fil.ts';
import ru from '../../shared/nps/texts/ru.ts';
import sq from '../../shared/nps/texts/sq.ts';
import { type Language, ourLanguage } from '../../shared/core/languages.ts';
import { type PageLanguage, withOwnTexts } from '../core/pages/texts.ts';

export const npsLocales: Record<Language, NpsTexts> = { en, de, ru, el, sq, fil, eo, ar };

/** The texts of surveys in a language, the owner's own in their places; in English where we have none. */
export const npsTexts = ({ tag, own }: Pick<PageLanguage, 'tag' | 'own'>): NpsTexts =>
  withOwnTexts(npsLocales[ourLanguage(tag) ?? 'en'], own, 'survey');
