import { byLanguage } from '../../core/staff/textLoaders.ts';
import type { ModerationTexts } from './texts/en.ts';

export type { ModerationTexts };

/** Texts of the moderation queue for staff, by language. */
export const texts = byLanguage<ModerationTexts>(import.meta.glob('./texts/*.ts'));
