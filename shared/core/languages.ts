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

/** Tags of the same language under another name: browsers say `tl` for what is `fil` today. */
const otherNames: Record<string, string> = { tl: 'fil' };

/** The language of a BCP 47 tag among ours, or null. */
export const ourLanguage = (tag: string): Language | null => {
  const primary = tag.toLowerCase().split('-')[0]!;
  const language = otherNames[primary] ?? primary;
  return Object.hasOwn(languageNames, language) ? (language as Language) : null;
};

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur']);

export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  rightToLeft.has(tag.toLowerCase().split('-')[0]!) ? 'rtl' : 'ltr';
