import type { AnnouncementTexts } from '../../shared/announcements/texts.ts';
import ar from '../../shared/announcements/texts/ar.ts';
import de from '../../shared/announcements/texts/de.ts';
import el from '../../shared/announcements/texts/el.ts';
import en from '../../shared/announcements/texts/en.ts';
import eo from '../../shared/announcements/texts/eo.ts';
import fil from '../../shared/announcements/texts/fil.ts';
import ru from '../../shared/announcements/texts/ru.ts';
import sq from '../../shared/announcements/texts/sq.ts';
import { type Language, ourLanguage } from '../../shared/core/languages.ts';

export const announcementLocales: Record<Language, AnnouncementTexts> = { en, de, ru, el, sq, fil, eo, ar };

/** Texts around announcements in a language; English where we have none. */
export const announcementTexts = (tag: string): AnnouncementTexts =>
  announcementLocales[ourLanguage(tag) ?? 'en'];
