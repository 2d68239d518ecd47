import { directionOf, type Language, ourLanguage } from '../../../shared/core/languages.ts';
import ar from './locales/ar.ts';
import de from './locales/de.ts';
import el from './locales/el.ts';
import en from './locales/en.ts';
import eo from './locales/eo.ts';
import fil from './locales/fil.ts';
import ru from './locales/ru.ts';
import sq from './locales/sq.ts';
import type { MailTexts } from './textShape.ts';

export const mailLocales: Record<Language, MailTexts> = { en, de, ru, el, sq, fil, eo, ar };

/** A mail's language, with what it says in it. */
export interface MailLanguage {
  tag: string;
  direction: 'ltr' | 'rtl';
  texts: MailTexts;
}

/** The first of these languages that we have texts for. */
export const mailLanguage = (...tags: string[]): MailLanguage => {
  const tag = tags.find((one) => ourLanguage(one) !== null) ?? 'en';
  return { tag, direction: directionOf(tag), texts: mailLocales[ourLanguage(tag) ?? 'en'] };
};

/** An instant as a person reads it, with the zone named. */
export { instantText as mailTime } from '../pages/dates.ts';
