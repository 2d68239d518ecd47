import { useEffect, useState } from 'preact/hooks';
import { loadTexts, type TextLoaders } from '../../core/staff/texts.ts';
import { useConsole, useTexts } from '../context.ts';
import type { JobTexts } from './texts/en.ts';

export type { JobTexts };

const loaders: TextLoaders<JobTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** Texts about jobs; null until they are loaded. */
export const useJobTexts = (): JobTexts | null => {
  const model = useConsole();
  const { tag } = useTexts();
  const [texts, setTexts] = useState<JobTexts | null>(null);
  useEffect(() => {
    void model.attempt(loadTexts(loaders, tag)).then((found) => setTexts(() => found));
  }, [model, tag]);
  return texts;
};
