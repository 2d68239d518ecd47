import { byLanguage } from '../../core/staff/textLoaders.ts';
import type { MailTexts } from './texts/en.ts';

export type { MailTexts };

/** Texts of emails in a conversation, for staff, by language. */
export const texts = byLanguage<MailTexts>(import.meta.glob('./texts/*.ts'));
