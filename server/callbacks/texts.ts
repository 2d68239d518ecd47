import { type Language, ourLanguage } from '../../shared/core/languages.ts';
import ar from './locales/ar.ts';
import de from './locales/de.ts';
import el from './locales/el.ts';
import en from './locales/en.ts';
import eo from './locales/eo.ts';
import fil from './locales/fil.ts';
import ru from './locales/ru.ts';
import sq from './locales/sq.ts';
import type { CallbackTexts } from './textShape.ts';

export const callbackLocales: Record<Language, CallbackTexts> = { en, de, ru, el, sq, fil, eo, ar };

/** The texts of a language tag, English where we have none. */
export const callbackTexts = (tag: string): CallbackTexts => callbackLocales[ourLanguage(tag) ?? 'en'];
