import { type Language, ourLanguage } from '../../shared/core/languages.ts';
import type { IdeaTexts } from './textShape.ts';
import ar from './texts/ar.ts';
import de from './texts/de.ts';
import el from './texts/el.ts';
import en from './texts/en.ts';
import eo from './texts/eo.ts';
import fil from './texts/fil.ts';
import ru from './texts/ru.ts';
import sq from './texts/sq.ts';

/** By language. */
export const ideaLocales: Record<Language, IdeaTexts> = { en, de, ru, el, sq, fil, eo, ar };

export const ideaTexts = (tag: string): IdeaTexts => ideaLocales[ourLanguage(tag) ?? 'en'];
