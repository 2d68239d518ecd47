import { type Language, ourLanguage } from '../../shared/core/languages.ts';
import type { OidcTexts } from './textShape.ts';
import ar from './texts/ar.ts';
import de from './texts/de.ts';
import el from './texts/el.ts';
import en from './texts/en.ts';
import eo from './texts/eo.ts';
import fil from './texts/fil.ts';
import ru from './texts/ru.ts';
import sq from './texts/sq.ts';

export const oidcLocales: Record<Language, OidcTexts> = { en, de, ru, el, sq, fil, eo, ar };

/** The texts in a language; English where we have none. */
export const oidcTexts = (tag: string): OidcTexts => oidcLocales[ourLanguage(tag) ?? 'en'];
