import { byLanguage } from '../../core/staff/textLoaders.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import type { WebhookTexts } from './texts/en.ts';

export type { WebhookTexts };

const loaders = byLanguage<WebhookTexts>(import.meta.glob('./texts/*.ts'));

/** Texts about webhooks; null until they are loaded. */
export const useWebhookTexts = (): WebhookTexts | null => useSectionTexts(loaders);

const textAt = (texts: WebhookTexts, key: string): string | null =>
  Object.hasOwn(texts, key) ? texts[key as keyof WebhookTexts] : null;

/** A type in a sentence; its own name for one that this page does not know. */
export const typeText = (texts: WebhookTexts, type: string): string => textAt(texts, `type_${type}`) ?? type;

/** Why a try failed, with the status where something answered. */
export const reasonText = (texts: WebhookTexts, reason: string, status: number | null): string => {
  const text = textAt(texts, `reason_${reason}`) ?? reason;
  return status === null ? text : `${text} (${status})`;
};
