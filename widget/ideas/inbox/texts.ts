import { byLanguage } from '../../core/staff/textLoaders.ts';
import type { IdeaTexts } from './texts/en.ts';

export type { IdeaTexts };

/** Texts about ideas for staff, by language. */
export const texts = byLanguage<IdeaTexts>(import.meta.glob('./texts/*.ts'));
