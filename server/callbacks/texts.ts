import { type Language, ourLanguage } from '../../shared/core/languages.ts';
import ar from './texts/ar.ts';
import de from './texts/de.ts';
import el from './texts/el.ts';
import en from './texts/en.ts';
import eo from './texts/eo.ts';
import fil from './texts/fil.ts';
import ru from './texts/ru.ts';
import sq from './texts/sq.ts';
import type { CallbackTexts } from './textShape.ts';

export const callbackLocales: Record<Language, CallbackTexts> = { en, de, ru, el, sq, fil, eo, ar };

/** The texts of a language tag, English where we have none. */
export const callbackTexts = (tag: string): CallbackTexts => callbackLocales[ourLanguage(tag) ?? 'en'];
