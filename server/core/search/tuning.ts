import { isCloseWord } from './closeWords.ts';
import { tokenise } from './engine/tokens.ts';

/** The owner's tuning of a site's search. */
export interface Tuning {
  /** Words or phrases that stand for each other. */
  synonyms: string[][];
  /** The group comes first for what contains the phrase. */
  pins: { phrase: string; group: string; kind: string }[];
}

/** Other texts that are searched beside the typed one, at the most: each costs a search. */
const maxAlternatives = 3;
const maxWords = 40;
const longestPhrase = 1_000;

const wordsOf = (text: string) => tokenise(text.slice(0, longestPhrase), maxWords);

/** The words of a text as they are compared, joined by one space: two spellings of a phrase meet here. */
export const foldPhrase = (text: string): string => wordsOf(text).words.join(' ');

interface Typed {
  words: string[];
  open: boolean;
}

/**
 * The places of a typed text where the words of a phrase stand, in any order and form, each once.
 * @returns null where one of them is missing
 */
const placesOf = ({ words, open }: Typed, phrase: readonly string[]): number[] | null => {
  if (phrase.length === 0 || phrase.length > words.length) return null;
  const taken = new Set<number>();
  for (const word of phrase) {
    const free = words.map((_, place) => place).filter((place) => !taken.has(place));
    const same = free.find((place) => words[place] === word);
    const place =
      same ?? free.find((one) => isCloseWord(words[one] ?? '', word, open && one === words.length - 1));
    if (place === undefined) return null;
    taken.add(place);
  }
  return [...taken].sort((one, other) => one - other);
};

/** The typed text with one synonym put for another, at most three of them; the typed text itself is not among them. */
export const alternativesOf = (text: string, synonyms: string[][]): string[] => {
  if (synonyms.length === 0) return [];
  const typed = wordsOf(text);
  const found = new Set<string>();
  for (const group of synonyms) {
    const phrases = group.map((phrase) => wordsOf(phrase).words);
    for (const phrase of phrases) {
      const places = placesOf(typed, phrase);
      if (!places) continue;
      for (const other of phrases) {
        if (other === phrase || other.length === 0) continue;
        const put = typed.words.flatMap((word, place) =>
          place === places[0] ? other : places.includes(place) ? [] : [word],
        );
        found.add(put.join(' '));
      }
    }
  }
  found.delete(typed.words.join(' '));
  return [...found].slice(0, maxAlternatives);
};

/** A group that the owner put first, and for which phrase. */
export interface Pinned {
  group: string;
  phrase: string;
}

/**
 * Groups pinned to a phrase whose words the text contains, the longest phrase first.
 * @param kinds only those of these sources; absent: of all
 */
export const pinnedBy = (
  text: string,
  pins: readonly (Omit<Tuning['pins'][number], 'kind'> & { kind?: string })[],
  kinds?: readonly string[],
): Pinned[] => {
  if (pins.length === 0) return [];
  const typed = wordsOf(text);
  const found = pins.filter(
    ({ phrase, kind }) =>
      (!kinds || (kind && kinds.includes(kind))) && placesOf(typed, wordsOf(phrase).words) !== null,
  );
  found.sort((one, other) => other.phrase.length - one.phrase.length || (one.group < other.group ? -1 : 1));
  const first = new Map<string, Pinned>();
  for (const { group, phrase } of found) if (!first.has(group)) first.set(group, { group, phrase });
  return [...first.values()];
};
