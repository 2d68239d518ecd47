import { byLanguage } from '../../core/staff/textLoaders.ts';
import type { AnswerTexts } from './texts/en.ts';

export type { AnswerTexts };

/** Texts about answers for staff, by language. */
export const texts = byLanguage<AnswerTexts>(import.meta.glob('./texts/*.ts'));
