import { byLanguage } from '../../../core/staff/textLoaders.ts';
import type { ImportTexts } from './texts/en.ts';

export type { ImportTexts };

/** Texts of the import of contacts, by language. */
export const texts = byLanguage<ImportTexts>(import.meta.glob('./texts/*.ts'));
