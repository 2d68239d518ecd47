import { byLanguage } from '../../../core/staff/textLoaders.ts';
import type { SegmentTexts } from './texts/en.ts';

export type { SegmentTexts };

/** Texts of segments, by language. */
export const texts = byLanguage<SegmentTexts>(import.meta.glob('./texts/*.ts'));
