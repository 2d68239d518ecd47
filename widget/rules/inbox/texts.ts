import { byLanguage } from '../../core/staff/textLoaders.ts';
import type { TextsLike } from '../../core/text/fill.ts';
import type en from './texts/en.ts';

export type RuleTexts = TextsLike<typeof en>;

/** Texts about rules and macros for staff, by language. */
export const texts = byLanguage<RuleTexts>(import.meta.glob('./texts/*.ts'));
