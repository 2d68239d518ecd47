// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import type { DocumentStore } from './documents.ts';
import type { SearchOptions } from './searchTypes.ts';

const primarySubtag = (tag: string): string => tag.toLowerCase().split(/[-_]/, 1)[0]!;

/** Says which documents a search may find; undefined for all. */
export const documentFilter = (
  { kinds: kindsOf, kindOf, languages, languageOf }: DocumentStore,
  { kinds, language }: SearchOptions,
): ((document: number) => boolean) | undefined => {
  const kindAllowed = kindsOf.list.map((kind) => !kinds || kinds.includes(kind));
  if (!language && kindAllowed.every(Boolean)) return undefined;
  const wanted = primarySubtag(language ?? '');
  const languageAllowed = languages.list.map(
    (tag) => wanted === '' || tag === '' || primarySubtag(tag) === wanted,
  );
  return (document) =>
    kindAllowed[kindOf.values[document]!]! && languageAllowed[languageOf.values[document]!]!;
};

/** Which of the index's languages a reader prefers, by number; undefined for none. */
export const preferredLanguages = (
  { languages }: DocumentStore,
  { preferredLanguage }: SearchOptions,
): boolean[] | undefined => {
  if (!preferredLanguage) return undefined;
  const wanted = primarySubtag(preferredLanguage);
  return languages.list.map((tag) => primarySubtag(tag) === wanted);
};
