import type { CommentWords } from '../../shared/comments/words.ts';
import ar from '../../shared/comments/words/ar.ts';
import de from '../../shared/comments/words/de.ts';
import el from '../../shared/comments/words/el.ts';
import en from '../../shared/comments/words/en.ts';
import eo from '../../shared/comments/words/eo.ts';
import fil from '../../shared/comments/words/fil.ts';
import ru from '../../shared/comments/words/ru.ts';
import sq from '../../shared/comments/words/sq.ts';
import { type Language, ourLanguage } from '../../shared/core/languages.ts';

export const commentLocales: Record<Language, CommentWords> = { en, de, ru, el, sq, fil, eo, ar };

/** The words about comments in a language, English where we have none. */
export const commentTexts = (tag: string): CommentWords => commentLocales[ourLanguage(tag) ?? 'en'];
