import { byLanguage } from '../../core/staff/textLoaders.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import type { JobTexts } from './texts/en.ts';

export type { JobTexts };

const loaders = byLanguage<JobTexts>(import.meta.glob('./texts/*.ts'));

/** Texts about jobs; null until they are loaded. */
export const useJobTexts = (): JobTexts | null => useSectionTexts(loaders);
