import { byLanguage } from '../../core/staff/textLoaders.ts';
import type { AccountTexts } from './texts/en.ts';

export type { AccountTexts };

export const accountTexts = byLanguage<AccountTexts>(import.meta.glob('./texts/*.ts'));
