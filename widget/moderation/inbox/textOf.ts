import type { ModerationTexts } from './texts.ts';

/** A text by a name that the server made; the name's end where this page has none. */
export const textOf = (texts: ModerationTexts, name: string): string => {
  const found: unknown = (texts as Readonly<Record<string, unknown>>)[name];
  return typeof found === 'string' ? found : name.slice(name.indexOf('_') + 1);
};
