import { tokenise } from './engine/tokens.ts';

/** What the owner of a site says about its search. */
export interface Tuning {
  /** Words or phrases that stand for each other. */
  synonyms: string[][];
  /** The group comes first for what contains the phrase. */
  pins: { phrase: string; group: string; kind: string }[];
}

/** Other texts that are searched beside the typed one, at the most: each costs a search. */
const mostAlternatives = 3;
const mostWords = 40;

/** The words of a text as they are compared, joined by one space: two spellings of a phrase meet here. */
export const foldPhrase = (text: string): string => tokenise(text.slice(0, 1_000), mostWords).words.join(' ');

const contains = (folded: string, phrase: string): boolean =>
  phrase !== '' && ` ${folded} `.includes(` ${phrase} `);

/** The typed text with one synonym put for another, at most three of them; the typed text itself is not among them. */
export const alternativesOf = (text: string, synonyms: string[][]): string[] => {
  if (synonyms.length === 0) return [];
  const folded = foldPhrase(text);
  const found = new Set<string>();
  for (const words of synonyms) {
    const phrases = words.map(foldPhrase);
    for (const phrase of phrases) {
      if (!contains(folded, phrase)) continue;
      for (const other of phrases)
        if (other !== phrase && other !== '')
          found.add(` ${folded} `.replace(` ${phrase} `, () => ` ${other} `).trim());
    }
  }
  found.delete(folded);
  return [...found].slice(0, mostAlternatives);
};

/**
 * Groups pinned to a phrase that the text contains, the longest phrase first.
 * @param kinds only those of these sources; absent: of all
 */
export const pinnedBy = (
  text: string,
  pins: readonly (Omit<Tuning['pins'][number], 'kind'> & { kind?: string })[],
  kinds?: readonly string[],
): string[] => {
  if (pins.length === 0) return [];
  const folded = foldPhrase(text);
  const found = pins
    .map((pin) => ({ ...pin, phrase: foldPhrase(pin.phrase) }))
    .filter(({ phrase, kind }) => (!kinds || (kind && kinds.includes(kind))) && contains(folded, phrase));
  found.sort((one, other) => other.phrase.length - one.phrase.length || (one.group < other.group ? -1 : 1));
  return [...new Set(found.map(({ group }) => group))];
};
