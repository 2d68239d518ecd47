import { directionOf, type Language, ourLanguage } from '../../../shared/core/languages.ts';
import ar from './texts/ar.ts';
import de from './texts/de.ts';
import el from './texts/el.ts';
import en from './texts/en.ts';
import eo from './texts/eo.ts';
import fil from './texts/fil.ts';
import ru from './texts/ru.ts';
import sq from './texts/sq.ts';
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
