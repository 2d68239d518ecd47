import { byLanguage } from '../../core/staff/textLoaders.ts';
import type { TrendTexts } from './texts/en.ts';

export type { TrendTexts };

/** Texts about trends for staff, by language. */
export const texts = byLanguage<TrendTexts>(import.meta.glob('./texts/*.ts'));
