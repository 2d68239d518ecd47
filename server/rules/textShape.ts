import type en from './texts/en.ts';

/** Every text of automatic messages and of notices about rules. English is the measure. */
export type RuleTexts = Record<keyof typeof en, string>;
