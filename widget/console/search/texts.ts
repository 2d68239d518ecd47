import { useEffect, useState } from 'preact/hooks';
import { loadTexts, type TextLoaders } from '../../core/staff/texts.ts';
import { useConsole, useTexts } from '../context.ts';
import type { SearchTexts } from './texts/en.ts';

export type { SearchTexts };

const loaders: TextLoaders<SearchTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** Texts about the search; null until they are loaded. */
export const useSearchTexts = (): SearchTexts | null => {
  const model = useConsole();
  const { tag } = useTexts();
  const [texts, setTexts] = useState<SearchTexts | null>(null);
  useEffect(() => {
    void model.attempt(loadTexts(loaders, tag)).then((found) => setTexts(() => found));
  }, [model, tag]);
  return texts;
};
