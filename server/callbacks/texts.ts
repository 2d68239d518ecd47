import { type Language, ourLanguage } from '../../shared/core/languages.ts';
import ar from './locales/ar.ts';
import de from './locales/de.ts';
import el from './locales/el.ts';
import en from './locales/en.ts';
import eo from './locales/eo.ts';
import fil from './locales/fil.ts';
import ru from './locales/ru.ts';
import sq from './locales/sq.ts';
import type { CallTexts } from './textShape.ts';

export const callLocales: Record<Language, CallTexts> = { en, de, ru, el, sq, fil, eo, ar };

/** The texts of a language tag, English where we have none. */
export const callTexts = (tag: string): CallTexts => callLocales[ourLanguage(tag) ?? 'en'];
