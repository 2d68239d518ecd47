import { byLanguage } from '../../core/staff/textLoaders.ts';
import type { ContactTexts } from './texts/en.ts';

export type { ContactTexts };

/** Texts of contacts, by language. */
export const texts = byLanguage<ContactTexts>(import.meta.glob('./texts/*.ts'));
