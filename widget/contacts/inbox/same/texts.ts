import { byLanguage } from '../../../core/staff/textLoaders.ts';
import type { SameTexts } from './texts/en.ts';

export type { SameTexts };

/** Texts of linking contacts, by language. */
export const texts = byLanguage<SameTexts>(import.meta.glob('./texts/*.ts'));
