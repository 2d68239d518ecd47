import { loaders } from '../developers/i18n.ts';
import type { ProofTexts } from '../developers/ProofFields.tsx';
import { useSectionTexts } from '../useSectionTexts.ts';

/** Texts of a proof outside of the section for developers; null until they are loaded. */
export const useProofTexts = (): ProofTexts | null => useSectionTexts(loaders);
