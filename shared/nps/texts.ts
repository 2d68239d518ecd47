import type english from './texts/en.ts';

/** What is said around a score: one text for the widget and for our own pages. */
export type NpsTexts = Record<keyof typeof english, string>;
export type NpsWord = keyof NpsTexts;
