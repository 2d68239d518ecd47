import type english from './texts/en.ts';

/** Texts around a score: the same for the widget and for our own pages. */
export type NpsTexts = Record<keyof typeof english, string>;
export type NpsWord = keyof NpsTexts;
