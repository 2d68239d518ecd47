import { byLanguage } from '../../core/staff/textLoaders.ts';
import type { StaffTexts } from './texts/en.ts';

export type { StaffTexts };

/** Texts about announcements for staff, by language. */
export const texts = byLanguage<StaffTexts>(import.meta.glob('./texts/*.ts'));
