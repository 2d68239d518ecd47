import type { SearchDocument } from './searchTypes.ts';
import { tokenise } from './tokens.ts';

/** Words of a title and of a body that are indexed, and the code units that are read to find them. */
const maxTitleWords = 64;
const longestTitle = 1000;
const maxBodyWords = 2000;
const longestBody = 40_000;

/** The words of a document that are indexed. */
export const documentWords = ({ title, body }: SearchDocument): { title: string[]; body: string[] } => ({
  title: tokenise(title.slice(0, longestTitle), maxTitleWords).words,
  body: tokenise(body.slice(0, longestBody), maxBodyWords).words,
});
