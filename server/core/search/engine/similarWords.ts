// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import { BoundedMap } from '../../boundedMap.ts';
import { longestWord } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import { stubLength } from './vocabulary.ts';

/** The likeness of words that share a stub but few letters after it. */
const sameStub = 0.72;
/** The likeness of an unfinished word and a word that starts with it: a little less than equal. */
const startsWithIt = 0.9;
/** Least share of common letter pairs (Dice coefficient) at which two words count as related. */
const leastAlike = 0.5;
/** Share at which it is worth measuring the edit distance: one swap in a short word breaks three pairs. */
const worthMeasuring = 0.3;
/** Words of a script without spaces and words under this length have no misspellings, only other words. */
const shortestMisspelt = 4;
/** Words whose resemblances are remembered, and most resemblances of one: a few megabytes in all. */
const maxRemembered = 500;
const maxRememberedEach = 1000;

/** The words of a vocabulary that resemble a given one, with how much (0..1). */
export class SimilarWords {
  words: number[] = [];
  degrees: number[] = [];
  /** Results for finished words: while one types, all words but the last stay as they were. */
  private remembered = new BoundedMap<string, { words: number[]; degrees: number[] }>(maxRemembered);
  private rememberedSize = 0;
  private counts = new Uint8Array(0);
  private readonly touched: number[] = [];
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Finds the words that resemble `word`: itself, its stub's family, its misspellings and inflections.
   *
   * @param expanded stubs to which an unfinished word may grow
   */
  find(word: string, open: boolean, expanded: readonly number[]): void {
    // A new word of the vocabulary may resemble any of the remembered ones.
    if (this.rememberedSize !== this.vocabulary.words.length) this.remembered = new BoundedMap(maxRemembered);
    this.rememberedSize = this.vocabulary.words.length;
    const known = open ? undefined : this.remembered.get(word);
    this.words = known?.words ?? [];
    this.degrees = known?.degrees ?? [];
    if (known) return;
    const exact = this.vocabulary.find(word);
    if (exact >= 0) this.put(exact, 1);
    if (open) this.addContinuations(word, exact, expanded);
    this.addRelated(word, exact, open);
    if (!open) this.remember(word);
  }

  private remember(word: string): void {
    if (this.words.length > maxRememberedEach) return;
    this.remembered.set(word, { words: this.words, degrees: this.degrees });
  }

  private put(word: number, degree: number): void {
    this.words.push(word);
    this.degrees.push(degree);
  }

  private addContinuations(word: string, exact: number, expanded: readonly number[]): void {
    const { firstWordOfStub, nextWordOfStub, words } = this.vocabulary;
    for (const stub of expanded) {
      for (let other = firstWordOfStub.values[stub]!; other >= 0; other = nextWordOfStub.values[other]!) {
        if (other !== exact && words[other]!.startsWith(word)) this.put(other, startsWithIt);
      }
    }
  }

  private addRelated(word: string, exact: number, open: boolean): void {
    const { vocabulary, touched } = this;
    const { words, wordsOfPair } = vocabulary;
    if (this.counts.length < words.length)
      this.counts = new Uint8Array(words.length + (words.length >> 2) + 64);
    const counts = this.counts;
    const stub = word.length >= stubLength ? vocabulary.findStub(word) : -1;
    const length = word.length;
    // Below this many shared pairs no word can come near enough, whatever its length.
    const least = Math.max(1, Math.ceil(worthMeasuring * (length + 1)));
    const seenPairs: number[] = [];
    let previous = 1;
    for (let index = 0; index <= length; index++) {
      const next = index === length ? 1 : word.charCodeAt(index);
      const pair = previous * 65536 + next;
      previous = next;
      if (seenPairs.includes(pair)) continue;
      seenPairs.push(pair);
      const list = wordsOfPair.get(pair);
      if (!list) continue;
      const values = list.values;
      const end = list.length;
      for (let position = 0; position < end; position++) {
        const other = values[position]!;
        if (++counts[other]! === least) touched.push(other);
      }
    }
    const maxEdits = length < shortestMisspelt ? 0 : length < 8 ? 1 : 2;
    const lengths = vocabulary.lengthOf.values;
    const stubs = vocabulary.stubOf.values;
    for (let index = 0; index < touched.length; index++) {
      const other = touched[index]!;
      if (other === exact) continue;
      const shared = counts[other]!;
      const otherLength = lengths[other]!;
      let degree = Math.min(1, (2 * shared) / (length + otherLength + 2));
      if (degree < worthMeasuring) continue;
      if (open && words[other]!.startsWith(word)) continue;
      const difference = Math.abs(otherLength - length);
      // One edit breaks three pairs at most (a swap does).
      if (
        difference <= maxEdits &&
        maxEdits > 0 &&
        shared >= Math.max(length, otherLength) + 1 - 3 * maxEdits
      ) {
        const edits = this.editDistance(word, words[other]!, maxEdits);
        if (edits <= maxEdits) degree = Math.max(degree, 1 - (1.25 * edits) / Math.max(length, otherLength));
      }
      if (degree < sameStub && stub >= 0 && stubs[other] === stub && otherLength >= stubLength)
        degree = sameStub;
      if (degree >= leastAlike && (degree > leastAlike || length > 3))
        this.put(other, Math.min(degree, 0.95));
    }
    touched.length = 0;
    counts.fill(0, 0, words.length);
  }

  private readonly rows: [Uint8Array, Uint8Array, Uint8Array] = [
    new Uint8Array(longestWord + 1),
    new Uint8Array(longestWord + 1),
    new Uint8Array(longestWord + 1),
  ];

  /** Optimal string alignment distance (insert, drop, replace, swap neighbours); `most + 1` when it is larger. */
  private editDistance(left: string, right: string, most: number): number {
    let [before, above, current] = this.rows;
    const width = right.length + 1;
    for (let column = 0; column < width; column++) above[column] = column;
    for (let row = 1; row <= left.length; row++) {
      current[0] = row;
      let smallest = row;
      const letter = left.charCodeAt(row - 1);
      const letterBefore = row > 1 ? left.charCodeAt(row - 2) : -1;
      for (let column = 1; column < width; column++) {
        const other = right.charCodeAt(column - 1);
        let cost = above[column - 1]! + (letter === other ? 0 : 1);
        if (above[column]! + 1 < cost) cost = above[column]! + 1;
        if (current[column - 1]! + 1 < cost) cost = current[column - 1]! + 1;
        if (column > 1 && letterBefore === other && letter === right.charCodeAt(column - 2)) {
          if (before[column - 2]! + 1 < cost) cost = before[column - 2]! + 1;
        }
        current[column] = cost;
        if (cost < smallest) smallest = cost;
      }
      if (smallest > most) return most + 1;
      const spare = before;
      before = above;
      above = current;
      current = spare;
    }
    return above[width - 1]!;
  }
}
