import { type Language, ourLanguage } from '../../../../shared/core/languages.ts';
import type { ReportTexts } from './textShape.ts';
import ar from './texts/ar.ts';
import de from './texts/de.ts';
import el from './texts/el.ts';
import en from './texts/en.ts';
import eo from './texts/eo.ts';
import fil from './texts/fil.ts';
import ru from './texts/ru.ts';
import sq from './texts/sq.ts';

/** By language. */
export const reportLocales: Record<Language, ReportTexts> = { en, de, ru, el, sq, fil, eo, ar };

export const reportTexts = (tag: string): ReportTexts => reportLocales[ourLanguage(tag) ?? 'en'];
