import { useEffect, useState } from 'preact/hooks';
import { useStaff, useLanguage } from './context.ts';
import { loadTexts, type TextLoaders } from './textLoaders.ts';

/** Texts of a feature; null until they are loaded. A failure to load them is shown where other failures are. */
export const useFeatureTexts = <Texts>(loaders: TextLoaders<Texts>): Texts | null => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const [texts, setTexts] = useState<Texts | null>(null);
  useEffect(() => {
    void staff.attempt(loadTexts(loaders, tag)).then((found) => setTexts(() => found));
  }, [staff, tag]);
  return texts;
};
