/** A language at the end of a name: `size.de.md`. */
export const languageOf = (path: string): string | undefined =>
  /\.([a-z]{2,3})(?:\.draft)?\.\w+$/i.exec(path)?.[1];

/** The path that all languages of one article share. */
export const sharedPath = (path: string): string =>
  path.replace(/(?:\.draft)?\.\w+$/, '').replace(/\.[a-z]{2,3}$/i, '');
