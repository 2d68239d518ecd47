import { type Language, ourLanguage } from '../../shared/core/languages.ts';
import ar from './texts/ar.ts';
import de from './texts/de.ts';
import el from './texts/el.ts';
import en from './texts/en.ts';
import eo from './texts/eo.ts';
import fil from './texts/fil.ts';
import ru from './texts/ru.ts';
import sq from './texts/sq.ts';
import type { RuleTexts } from './textShape.ts';

const locales: Record<Language, RuleTexts> = { en, de, ru, el, sq, fil, eo, ar };

/** The texts of automatic messages, and of notices about rules, in a language; English where we have none. */
export const ruleTexts = (tag: string): RuleTexts => locales[ourLanguage(tag) ?? 'en'];
