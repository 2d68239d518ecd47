import type english from './texts/en.ts';

/** What is said around news: one text for the widget, our own pages and mails. */
export type NewsWords = Record<keyof typeof english, string>;
export type NewsWord = keyof NewsWords;
