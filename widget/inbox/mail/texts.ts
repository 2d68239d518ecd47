import type { TextLoaders } from '../../core/staff/texts.ts';
import type { MailTexts } from './texts/en.ts';

export type { MailTexts };

/** Texts of emails in a conversation, for staff, by language. */
export const texts: TextLoaders<MailTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
