import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { byLanguage, loadTexts } from '../../core/staff/textLoaders.ts';
import type { DeveloperTexts } from './texts/en.ts';

/** Loaders of the section's texts. */
export const loaders = byLanguage<DeveloperTexts>(import.meta.glob('./texts/*.ts'));

/** Texts of the section in the language of the staff's page. */
export const loadDeveloperTexts = (tag: string): Promise<DeveloperTexts> => loadTexts(loaders, tag);

export const DeveloperContext = createContext<DeveloperTexts>({} as DeveloperTexts);
export const useDeveloperTexts = (): DeveloperTexts => useContext(DeveloperContext);
