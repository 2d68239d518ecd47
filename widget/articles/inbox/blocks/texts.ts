import { byLanguage } from '../../../core/staff/textLoaders.ts';
import type { BlockTexts } from './texts/en.ts';

export type { BlockTexts };

/** Texts about blocks for staff, by language. */
export const texts = byLanguage<BlockTexts>(import.meta.glob('./texts/*.ts'));
