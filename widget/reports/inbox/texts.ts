import { byLanguage } from '../../core/staff/textLoaders.ts';
import type { ReportTexts } from './texts/en.ts';

export type { ReportTexts };

/** Texts of the reports, by language. */
export const texts = byLanguage<ReportTexts>(import.meta.glob('./texts/*.ts'));
