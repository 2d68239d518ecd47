import type { NewsWords } from '../../shared/announcements/words.ts';
import ar from '../../shared/announcements/words/ar.ts';
import de from '../../shared/announcements/words/de.ts';
import el from '../../shared/announcements/words/el.ts';
import en from '../../shared/announcements/words/en.ts';
import eo from '../../shared/announcements/words/eo.ts';
import fil from '../../shared/announcements/words/fil.ts';
import ru from '../../shared/announcements/words/ru.ts';
import sq from '../../shared/announcements/words/sq.ts';
import { type Language, ourLanguage } from '../../shared/core/languages.ts';

export const announcementLocales: Record<Language, NewsWords> = { en, de, ru, el, sq, fil, eo, ar };

/** The words around news in a language, English where we have none. */
export const announcementTexts = (tag: string): NewsWords => announcementLocales[ourLanguage(tag) ?? 'en'];
