import type english from './texts/en.ts';

/** Texts around announcements: the same for the widget, our own pages and mails. */
export type AnnouncementTexts = Record<keyof typeof english, string>;
export type AnnouncementTextKey = keyof AnnouncementTexts;
