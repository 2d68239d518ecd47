import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from './i18n.ts';
import type { StaffFeature } from './feature.ts';
import type { Inbox } from './model.ts';

export const LanguageContext = createContext<Language>({ tag: 'en', texts: {} as Language['texts'] });
export const useLanguage = (): Language => useContext(LanguageContext);

export const InboxContext = createContext<Inbox | null>(null);

/** The inbox that the page shows; only inside of one. */
export const useInbox = (): Inbox => {
  const inbox = useContext(InboxContext);
  if (!inbox) throw new Error('outside of an inbox');
  return inbox;
};

export const FeaturesContext = createContext<readonly StaffFeature[]>([]);
export const useFeatures = (): readonly StaffFeature[] => useContext(FeaturesContext);

/** What many conversations of a kind are called; a kind that no feature of this page knows goes by its own name. */
export const kindName = (features: readonly StaffFeature[], kind: string, tag: string): string => {
  const names = features.find((feature) => feature.kind === kind)?.names;
  return (names && inLanguage(names, tag)) ?? kind;
};

/** A text by language; English where there is none. */
export const inLanguage = (names: Record<string, string>, tag: string): string | undefined =>
  names[tag.split('-')[0]!] ?? names['en'];
