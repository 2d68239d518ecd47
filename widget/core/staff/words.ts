import { useEffect, useState } from 'preact/hooks';
import { primarySubtag } from '../../../shared/core/languages.ts';
import { useStaff, useLanguage } from './context.ts';

/** A feature's own words by language; English where there are none. */
export type WordLoaders<Words> = Record<string, () => Promise<{ default: Words }>>;

/** The words in a language. @throws when they cannot be loaded */
export const loadWords = async <Words>(loaders: WordLoaders<Words>, tag: string): Promise<Words> =>
  (await (loaders[primarySubtag(tag)] ?? loaders['en']!)()).default;

/** A feature's words, once they are there; that they could not be loaded is shown where other failures are. */
export const useFeatureWords = <Words>(loaders: WordLoaders<Words>): Words | null => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    void staff.attempt(loadWords(loaders, tag)).then((found) => setWords(() => found));
  }, [staff, tag]);
  return words;
};
