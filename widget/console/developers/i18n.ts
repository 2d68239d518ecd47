import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { primarySubtag } from '../../../shared/core/languages.ts';
import type { DeveloperTexts } from './texts/en.ts';

const english = () => import('./texts/en.ts');
const loaders: Record<string, () => Promise<{ default: DeveloperTexts }>> = {
  en: english,
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** Texts of the section in the language of the staff's page. */
export const loadDeveloperTexts = async (tag: string): Promise<DeveloperTexts> =>
  (await (loaders[primarySubtag(tag)] ?? english)()).default;

export const DeveloperContext = createContext<DeveloperTexts>({} as DeveloperTexts);
export const useDeveloperTexts = (): DeveloperTexts => useContext(DeveloperContext);
