import { byLanguage } from '../../core/staff/textLoaders.ts';
import type { ArticleTexts } from './texts/en.ts';

export type { ArticleTexts };

/** Texts about articles for staff, by language. */
export const texts = byLanguage<ArticleTexts>(import.meta.glob('./texts/*.ts'));
