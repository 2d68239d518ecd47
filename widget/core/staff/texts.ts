import { useEffect, useState } from 'preact/hooks';
import { primarySubtag } from '../../../shared/core/languages.ts';
import { useStaff, useLanguage } from './context.ts';

/** Loaders of a feature's own texts, by language; English where there is none. */
export type TextLoaders<Texts> = Record<string, () => Promise<{ default: Texts }>> & {
  en: () => Promise<{ default: Texts }>;
};

/** Texts in a language. @throws when they cannot be loaded */
export const loadTexts = async <Texts>(loaders: TextLoaders<Texts>, tag: string): Promise<Texts> =>
  (await (loaders[primarySubtag(tag)] ?? loaders.en)()).default;

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
