/** A person's words within a sentence of ours: their direction does not mix with its (UAX 9, FSI and PDI). */
export const isolate = (words: string): string => `\u2068${words}\u2069`;
