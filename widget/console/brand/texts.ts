import { useEffect, useState } from 'preact/hooks';
import { loadTexts, type TextLoaders } from '../../core/staff/texts.ts';
import { useConsole, useTexts } from '../context.ts';
import type { BrandTexts } from './texts/en.ts';

export type { BrandTexts };

const loaders: TextLoaders<BrandTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** Texts about the site's own look; null until they are loaded. */
export const useBrandTexts = (): BrandTexts | null => {
  const model = useConsole();
  const { tag } = useTexts();
  const [texts, setTexts] = useState<BrandTexts | null>(null);
  useEffect(() => {
    void model.attempt(loadTexts(loaders, tag)).then((found) => setTexts(() => found));
  }, [model, tag]);
  return texts;
};
