import { type Language, ourLanguage } from '../../shared/core/languages.ts';
import ar from './mailTexts/ar.ts';
import de from './mailTexts/de.ts';
import el from './mailTexts/el.ts';
import en from './mailTexts/en.ts';
import eo from './mailTexts/eo.ts';
import fil from './mailTexts/fil.ts';
import ru from './mailTexts/ru.ts';
import sq from './mailTexts/sq.ts';

/** Every sentence of mails about comments, and of the pages behind their links; English is the measure. */
export type CommentMailTexts = Record<keyof typeof en, string>;

export const commentMailLocales: Record<Language, CommentMailTexts> = { en, de, ru, el, sq, fil, eo, ar };

export const commentMailTexts = (tag: string): CommentMailTexts =>
  commentMailLocales[ourLanguage(tag) ?? 'en'];
