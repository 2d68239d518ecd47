import type english from './texts/en.ts';

/** When something is shown unasked, and why it is not, in words: for staff, and for the debugger on the page. */
export type RuleTexts = Record<keyof typeof english, string>;
