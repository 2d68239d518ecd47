import { type Language, ourLanguage } from '../../shared/core/languages.ts';
import ar from './texts/ar.ts';
import de from './texts/de.ts';
import el from './texts/el.ts';
import en from './texts/en.ts';
import eo from './texts/eo.ts';
import fil from './texts/fil.ts';
import ru from './texts/ru.ts';
import sq from './texts/sq.ts';

/** Every sentence of mails about comments, and of the pages behind their links; English is the measure. */
export type CommentMailTexts = Record<keyof typeof en, string>;

export const commentMailLocales: Record<Language, CommentMailTexts> = { en, de, ru, el, sq, fil, eo, ar };

export const commentMailTexts = (tag: string): CommentMailTexts =>
  commentMailLocales[ourLanguage(tag) ?? 'en'];
