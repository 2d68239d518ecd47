/** The languages that Foyer speaks everywhere a visitor reads, each under its own name. The first is the fall-back. */
export const languageNames = {
  en: 'English',
  de: 'Deutsch',
  ru: 'Русский',
  el: 'Ελληνικά',
  sq: 'Shqip',
  fil: 'Filipino',
  eo: 'Esperanto',
  ar: 'العربية',
} as const;

export type Language = keyof typeof languageNames;

/** The language of a BCP 47 tag, without script and region: `de` of `de-AT`. */
export const primarySubtag = (tag: string): string => tag.split('-')[0] ?? tag;

/** The language that a site speaks first: its settings name one at least. */
export const mainLanguage = ({ languages }: { languages: readonly string[] }): string => languages[0] ?? 'en';

/** Tags of the same language under another name: browsers say `tl` for what is `fil` today. */
const otherNames: Record<string, string> = { tl: 'fil' };

/** The language of a BCP 47 tag among ours, or null. */
export const ourLanguage = (tag: string): Language | null => {
  const primary = primarySubtag(tag.toLowerCase());
  const language = otherNames[primary] ?? primary;
  return Object.hasOwn(languageNames, language) ? (language as Language) : null;
};

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur']);

export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  rightToLeft.has(primarySubtag(tag.toLowerCase())) ? 'rtl' : 'ltr';
