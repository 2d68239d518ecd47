import { createRequire } from 'node:module';
import { courtesyWords } from './courtesyWords.ts';
import { foldWord } from './normalise.ts';
import { tokenise } from './tokens.ts';

/** ISO 639-1 codes under which stopwords-iso keeps what Foyer calls otherwise. */
const listNames: Record<string, string> = { fil: 'tl' };

interface Words {
  /** Words that are a courtesy where they begin or end a text. */
  anchors: Set<string>;
  /** Those, and what goes with them. */
  courtesies: Set<string>;
  /** Those, and words that say nothing by themselves. */
  small: Set<string>;
  /** The same words uncut, where an alphabet's tokens are pairs of characters. */
  whole: Set<string>;
}

let cached: Words | undefined;

const load = (): Words => {
  const lists = createRequire(import.meta.url)('stopwords-iso') as Record<string, string[]>;
  const foldAll = (words: Iterable<string>): string[] =>
    [...words].flatMap((word) => tokenise(word, 200).words);
  const texts = Object.values(courtesyWords);
  const anchors = foldAll(texts.map((text) => text.split('|')[0] ?? ''));
  const courtesies = foldAll(texts);
  const small = Object.keys(courtesyWords).flatMap(
    (language) => lists[listNames[language] ?? language] ?? [],
  );
  return {
    anchors: new Set(anchors),
    courtesies: new Set(courtesies),
    small: new Set([...courtesies, ...foldAll(small)]),
    whole: new Set([...texts.flatMap((text) => text.split(/[\s|]+/u)), ...small].map(foldWord)),
  };
};

const wordLists = (): Words => {
  cached ??= load();
  return cached;
};

/** True for a folded word that says nothing by itself in one of the languages that are known. */
export const isSmallWord = (word: string): boolean => wordLists().small.has(word);

/** One or two of the letters in which Japanese writes what joins words; names of things are seldom as short. */
const particle = /^\p{Script=Hiragana}{1,2}$/u;

/** True for a word as a dictionary cuts it that says nothing by itself, in Chinese or Japanese. */
export const isSmallSegment = (segment: string): boolean =>
  particle.test(segment) || wordLists().whole.has(foldWord(segment));

/** Words that are read; the rest of a longer text stays as it is. */
const maxWords = 160;
/** Share of courtesies in what is left out, so that "how do I" behind a "please" is not. */
const courteousShare = 0.4;
/** Words of a name under a letter. */
const longestName = 3;
/** The end of a clause, in any script. */
const clause = /[^.,!?…;:。，！？；،؟؛।\n]+[.,!?…;:。，！？；،؟؛।\n]*/gu;

/** The number of words a courtesy takes from its beginning on: they hold an anchor, and nothing that says something. */
const lengthOfCourtesy = (words: readonly string[], { anchors, courtesies, small }: Words): number => {
  let found = 0;
  let courteous = 0;
  let isAnchored = false;
  for (let place = 0; place < words.length && small.has(words[place] as string); place++) {
    const word = words[place] as string;
    isAnchored ||= anchors.has(word);
    if (!courtesies.has(word)) continue;
    courteous += 1;
    if (isAnchored && courteous >= courteousShare * (place + 1)) found = place + 1;
  }
  return found;
};

/** A clause without the greeting that it begins with and the thanks that it ends with; empty where nothing is left. */
const trim = (text: string, known: Words): string => {
  const { words, starts, ends } = tokenise(text, maxWords);
  const from = lengthOfCourtesy(words, known);
  const rest = words.slice(from);
  // A name may follow the thanks.
  const named = rest.length > 1 && !known.small.has(rest.at(-1) as string) ? 1 : 0;
  let to = words.length;
  for (let place = rest.length - named - 1; place >= 0 && known.small.has(rest[place] as string); place--)
    if (
      lengthOfCourtesy(rest.slice(place, rest.length - named), known) === rest.length - named - place &&
      known.anchors.has(rest[place] as string)
    )
      to = from + place;
  if (from === 0 && to === words.length) return text;
  return from >= to ? '' : text.slice(starts[from], to === maxWords ? text.length : ends[to - 1]);
};

/**
 * A text without greetings, thanks and farewells, which every question may have around it and no answer has: the
 * clauses that are one are left out, and what begins or ends another is cut off.
 * @returns null where the text has none, nothing where it is nothing else
 */
export const withoutCourtesies = (text: string): string | null => {
  const words = wordLists();
  const clauses = text.match(clause) ?? [];
  const trimmed = clauses.map((part) => trim(part, words));
  // After the thanks a name stands alone.
  const [thanks, name] = [clauses.length - 2, clauses.length - 1];
  if (
    thanks >= 0 &&
    trimmed[thanks] !== clauses[thanks] &&
    tokenise(clauses[name] as string, 9).words.length <= longestName
  )
    trimmed[name] = '';
  const rest = trimmed
    .filter((part) => part.trim() !== '')
    .join(' ')
    .trim();
  return rest.length >= text.trim().length ? null : rest;
};
