import { byLanguage } from '../../core/staff/textLoaders.ts';
import type { LoginTexts } from './texts/en.ts';

export type { LoginTexts };

export const loginTexts = byLanguage<LoginTexts>(import.meta.glob('./texts/*.ts'));
