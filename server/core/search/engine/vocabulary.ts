// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import { IntList } from './intList.ts';
import { isSpaceless } from './tokens.ts';

/** Code units of a word that stand for its stem: in every language tried, nearly what a stemmer gives. */
export const stubLength = 5;
const edge = '\u0001';

/**
 * Every word of an index, numbered in order of arrival, with what is derived from its letters alone: its stub,
 * its character grams, and the reverse tables from pairs of letters and from prefixes.
 */
export class Vocabulary {
  readonly words: string[] = [];
  readonly stubs: string[] = [];
  /** Word number to stub number. */
  readonly stubOf = new IntList();
  /** Code units of each word. */
  readonly lengthOf = new IntList();
  /** Stub number to its latest word, and word to the next older word of the same stub; -1 ends the chain. */
  readonly firstWordOfStub = new IntList();
  readonly nextWordOfStub = new IntList();
  /** Pair of letters to the words that hold it, once for each time they do. */
  readonly wordsOfPair = new Map<number, IntList>();
  /** Grams of word w are gramList[gramStart[w]] up to gramList[gramStart[w + 1]]. */
  readonly gramStart = new IntList();
  readonly gramList = new IntList();
  readonly gramNumbers = new Map<string, number>();
  private readonly wordNumbers = new Map<string, number>();
  private readonly stubNumbers = new Map<string, number>();
  private readonly stubsOfPrefix = new Map<string, IntList>();

  constructor() {
    this.gramStart.push(0);
  }

  /** The number of a word, or -1. */
  find(word: string): number {
    return this.wordNumbers.get(word) ?? -1;
  }

  findStub(word: string): number {
    return this.stubNumbers.get(stubText(word)) ?? -1;
  }

  /** Stub numbers that start with a prefix of 1 to 4 code units. */
  stubsWithPrefix(prefix: string): IntList | undefined {
    return this.stubsOfPrefix.get(prefix);
  }

  /** Counts words of some that continue this one, up to a limit. */
  countLonger(word: string, limit: number, isCounted: (word: number) => boolean): number {
    let count = 0;
    const countIn = (stub: number): void => {
      for (
        let other = this.firstWordOfStub.values[stub]!;
        other >= 0 && count < limit;
        other = this.nextWordOfStub.values[other]!
      ) {
        const text = this.words[other]!;
        if (text.length > word.length && text.startsWith(word) && isCounted(other)) count += 1;
      }
    };
    if (word.length >= stubLength || isSpaceless(word)) {
      const stub = this.findStub(word);
      if (stub >= 0) countIn(stub);
      return count;
    }
    const stubs = this.stubsWithPrefix(word);
    for (let index = 0; index < (stubs?.length ?? 0) && count < limit; index++)
      countIn(stubs!.values[index]!);
    return count;
  }

  /** The number of a word, which is made known when it is new. */
  add(word: string): number {
    const known = this.wordNumbers.get(word);
    if (known !== undefined) return known;
    const number = this.words.length;
    this.words.push(word);
    this.wordNumbers.set(word, number);
    const stub = this.addStub(stubText(word));
    this.stubOf.push(stub);
    this.lengthOf.push(word.length);
    this.nextWordOfStub.push(this.firstWordOfStub.values[stub] as number);
    this.firstWordOfStub.values[stub] = number;
    for (const gram of gramsOf(word, false)) this.gramList.push(this.addGram(gram));
    this.gramStart.push(this.gramList.length);
    if (!isSpaceless(word)) this.addPairs(word, number);
    return number;
  }

  /** Bytes held, estimated for what lives outside typed arrays. */
  get memoryBytes(): number {
    let bytes =
      4 * (this.stubOf.values.length * 2 + this.nextWordOfStub.values.length + this.gramStart.values.length);
    bytes += 4 * (this.gramList.values.length + this.firstWordOfStub.values.length);
    for (const list of this.wordsOfPair.values()) bytes += 80 + 4 * list.values.length;
    for (const list of this.stubsOfPrefix.values()) bytes += 120 + 4 * list.values.length;
    // A string header and its characters, its slot in the array and its entry in the map.
    return bytes + 90 * this.words.length + 80 * this.stubs.length + 70 * this.gramNumbers.size;
  }

  private addStub(text: string): number {
    const known = this.stubNumbers.get(text);
    if (known !== undefined) return known;
    const number = this.stubs.length;
    this.stubs.push(text);
    this.stubNumbers.set(text, number);
    this.firstWordOfStub.push(-1);
    for (let length = 1; length < stubLength && length <= text.length; length++) {
      listFor(this.stubsOfPrefix, text.slice(0, length)).push(number);
    }
    return number;
  }

  private addGram(gram: string): number {
    const known = this.gramNumbers.get(gram);
    if (known !== undefined) return known;
    const number = this.gramNumbers.size;
    this.gramNumbers.set(gram, number);
    return number;
  }

  private addPairs(word: string, number: number): void {
    let previous = 1;
    for (let index = 0; index <= word.length; index++) {
      const next = index === word.length ? 1 : word.charCodeAt(index);
      listFor(this.wordsOfPair, previous * 65536 + next).push(number);
      previous = next;
    }
  }
}

function listFor<Key>(map: Map<Key, IntList>, key: Key): IntList {
  let list = map.get(key);
  if (!list) {
    list = new IntList(2);
    map.set(key, list);
  }
  return list;
}

/** The beginning of a word that stands for all its inflections. */
export function stubText(word: string): string {
  return word.length > stubLength && !isSpaceless(word) ? word.slice(0, stubLength) : word;
}

/**
 * Distinct character 3- and 4-grams of a word with its edges marked; for pairs of spaceless characters the pair
 * and its parts.
 *
 * @param open leaves the right edge unmarked, for a word still being typed
 */
export function gramsOf(word: string, open: boolean): string[] {
  if (isSpaceless(word)) return [...new Set([...word, word])];
  const text = open ? edge + word : edge + word + edge;
  const grams: string[] = [];
  for (let length = 3; length <= 4; length++) {
    for (let start = 0; start + length <= text.length; start++) {
      const gram = text.slice(start, start + length);
      if (!grams.includes(gram)) grams.push(gram);
    }
  }
  return grams;
}
