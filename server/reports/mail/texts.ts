import { type Language, ourLanguage } from '../../../shared/core/languages.ts';
import ar from '../texts/ar.ts';
import de from '../texts/de.ts';
import el from '../texts/el.ts';
import en from '../texts/en.ts';
import eo from '../texts/eo.ts';
import fil from '../texts/fil.ts';
import ru from '../texts/ru.ts';
import sq from '../texts/sq.ts';
import type { ReportMailTexts } from './textShape.ts';

export const reportMailLocales: Record<Language, ReportMailTexts> = { en, de, ru, el, sq, fil, eo, ar };

export const reportMailTexts = (tag: string): ReportMailTexts => reportMailLocales[ourLanguage(tag) ?? 'en'];
