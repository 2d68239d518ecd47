import { useEffect, useState } from 'preact/hooks';
import { loadTexts, type TextLoaders } from '../core/staff/textLoaders.ts';
import { useConsole, useTexts } from './context.ts';

/** Texts of a section of the console; null until they are loaded. A failure to load them is the console's to show. */
export const useSectionTexts = <Texts>(loaders: TextLoaders<Texts>): Texts | null => {
  const model = useConsole();
  const { tag } = useTexts();
  const [texts, setTexts] = useState<Texts | null>(null);
  useEffect(() => {
    void model.attempt(loadTexts(loaders, tag)).then((found) => setTexts(() => found));
  }, [model, tag]);
  return texts;
};
