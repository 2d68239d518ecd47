import { byLanguage } from '../../core/staff/textLoaders.ts';
import type { ComposeTexts } from './texts/en.ts';

export type { ComposeTexts };

/** Texts of new messages, for staff, by language. */
export const texts = byLanguage<ComposeTexts>(import.meta.glob('./texts/*.ts'));
