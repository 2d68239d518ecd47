import type { CommentTexts } from '../../shared/comments/texts.ts';
import ar from '../../shared/comments/texts/ar.ts';
import de from '../../shared/comments/texts/de.ts';
import el from '../../shared/comments/texts/el.ts';
import en from '../../shared/comments/texts/en.ts';
import eo from '../../shared/comments/texts/eo.ts';
import fil from '../../shared/comments/texts/fil.ts';
import ru from '../../shared/comments/texts/ru.ts';
import sq from '../../shared/comments/texts/sq.ts';
import { type Language, ourLanguage } from '../../shared/core/languages.ts';
import { type PageLanguage, withOwnTexts } from '../core/pages/texts.ts';

export const commentLocales: Record<Language, CommentTexts> = { en, de, ru, el, sq, fil, eo, ar };

/** Texts about comments in a language, the owner's own in their places; in English where we have none. */
export const commentTexts = ({ tag, own }: Pick<PageLanguage, 'tag' | 'own'>): CommentTexts =>
  withOwnTexts(commentLocales[ourLanguage(tag) ?? 'en'], own, 'comment');
