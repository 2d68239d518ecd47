import { byLanguage } from '../../core/staff/textLoaders.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import type { AuditTexts } from './texts/en.ts';

export type { AuditTexts };

const loaders = byLanguage<AuditTexts>(import.meta.glob('./texts/*.ts'));

/** Names of the actions in the activity log; null until they are loaded. */
export const useAuditTexts = (): AuditTexts | null => useSectionTexts(loaders);
