/** A page of ours in a language. */
export const withLanguage = (path: string, tag: string): string => `${path}?lang=${tag}`;
