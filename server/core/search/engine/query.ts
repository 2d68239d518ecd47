// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import { isSmallWord } from './courtesy.ts';
import type { Derived } from './derived.ts';
import { looseTokens } from './looseTokens.ts';
import type { SimilarWords } from './similarWords.ts';
import { isSpaceless, tokenise } from './tokens.ts';
import { gramsOf, stubLength, type Vocabulary } from './vocabulary.ts';

/** Code units of a query that are read. */
export const longestQuery = 1000;
/** Words of a query that are read, and distinct ones that are kept: the rarest. */
const maxWords = 160;
const maxTerms = 32;
/** Shortest unfinished word that is looked up in the first stage: after one letter too much is possible. */
const shortestPrefix = 2;
/** Stubs to which one unfinished word may grow in the first stage: the most frequent ones. */
const maxExpansions = 64;
/** Known words that may stand in for a word that nobody has written yet. */
const maxGuesses = 6;
const leastGuess = 0.6;
const maxGrams = 320;
/** Words of the index that go on from a word which stands there itself, from which it is taken for unfinished. */
const severalWords = 4;

/** True for a Korean word, whose syllables are taken apart into their letters. */
const isHangul = (word: string): boolean => word >= '\u1100' && word < '\u1200';

/** One distinct word of a query. */
export interface QueryTerm {
  word: string;
  open: boolean;
  /** True for a pair of characters that is no word, nor part of one. */
  isLoose: boolean;
  /** Stubs that count as this word in the first stage, as one virtual term. */
  stubs: number[];
  /** Stubs to which an unfinished word may grow. */
  growth: number[];
  /** 1 for a word that the index knows; how alike the best guess is for one that it does not. */
  certainty: number;
  /** Inverse document frequency of the stubs together. */
  weight: number;
}

export interface QueryGram {
  gram: number;
  weight: number;
}

export interface Query {
  terms: QueryTerm[];
  /** Neighbours in the text: indexes into terms. */
  pairs: { left: number; right: number }[];
  grams: QueryGram[];
  /** Weight of all grams, those that the index does not know included. */
  gramWeight: number;
  wordCount: number;
  open: boolean;
  /** True while the last word is likely to go on: it begins a word of the index that it is not yet. */
  unfinished: boolean;
  /** True where a finished word stands for a similar one of the index. */
  isMisspelt: boolean;
  /** Share of the weight of words that the index knows nothing like. */
  unknownShare: number;
  /** Share of the words that are pairs of characters, or Korean. */
  shortWordShare: number;
  /** Share of the weight that guesses stand in for, by how unlike they are. */
  vagueness: number;
  /** The weight that a coverage leaves out, in units of a word that few documents hold. */
  missing(coverage: number): number;
}

/** Power that sets rare words a little further apart from common ones; measured, and flat around here. */
const sharpness = 1.2;

/**
 * Documents that every index is thought to have beside its own, without any of its words but the small ones: among three
 * answers, how often a word occurs says nothing yet.
 */
const priorDocuments = 40;
/** Share of those that hold a small word ("my", "the"). */
const smallShare = 0.3;
/** Documents at which half of what an index does not know counts: a few answers have few words. */
const fewDocuments = 5;

/** Robertson/Spärck Jones weight as in Lucene's BM25: never negative, so that a common word cannot harm. */
export function inverseFrequency(documents: number, frequency: number): number {
  return Math.log(1 + (documents + priorDocuments - frequency + 0.5) / (frequency + 0.5)) ** sharpness;
}

/** Reads a text as a query of this index: what counts, and how much. */
export class QueryReader {
  private readonly vocabulary: Vocabulary;
  private readonly similar: SimilarWords;

  constructor(vocabulary: Vocabulary, similar: SimilarWords) {
    this.vocabulary = vocabulary;
    this.similar = similar;
  }

  read(text: string, derived: Derived, documents: number): Query {
    const tokens = tokenise(text.length > longestQuery ? text.slice(0, longestQuery) : text, maxWords);
    const loose = looseTokens(text, tokens);
    const last = tokens.words.length - 1;
    const all = new Map<string, QueryTerm>();
    for (let index = 0; index <= last; index++) {
      const word = tokens.words[index]!;
      const open = index === last && tokens.open;
      const key = open ? `${word}*` : word;
      if (!all.has(key)) all.set(key, this.term(word, open, loose.has(index), derived, documents));
    }
    const kept = new Map(
      [...all].sort(([, left], [, right]) => right.weight - left.weight).slice(0, maxTerms),
    );
    const terms: QueryTerm[] = [];
    const places = new Map<string, number>();
    for (const key of all.keys())
      if (kept.has(key)) places.set(key, terms.push(all.get(key) as QueryTerm) - 1);
    const query: Query = {
      terms,
      pairs: [],
      grams: [],
      gramWeight: 0,
      wordCount: last + 1,
      shortWordShare:
        terms.filter(({ word }) => isSpaceless(word) || isHangul(word)).length / Math.max(1, terms.length),
      open: tokens.open,
      ...this.gaps(terms, documents),
      unfinished: tokens.open && this.goesOn(terms.find(({ open }) => open)?.word ?? '', derived),
    };
    for (let index = 1; index <= last; index++) {
      const left = places.get(tokens.words[index - 1]!);
      const word = tokens.words[index]!;
      const right = places.get(index === last && tokens.open ? `${word}*` : word);
      if (left !== undefined && right !== undefined) query.pairs.push({ left, right });
    }
    this.readGrams(query, derived, documents);
    return query;
  }

  private term(
    word: string,
    open: boolean,
    isLoose: boolean,
    derived: Derived,
    documents: number,
  ): QueryTerm {
    const frequency = (stub: number) => derived.anyFrequency.frequencyOf(stub);
    const exact = this.vocabulary.findStub(word);
    let stubs = exact >= 0 && frequency(exact) > 0 ? [exact] : [];
    const growth = open ? this.growth(word, exact, frequency) : [];
    if (open && (word.length >= shortestPrefix || isSpaceless(word)))
      stubs = [...new Set([...stubs, ...growth.slice(0, maxExpansions)])];
    let certainty = 1;
    if (stubs.length + growth.length === 0 && !isSpaceless(word)) {
      this.similar.find(word, open, []);
      const guesses = this.similar.words
        .map((number, index) => ({ number, degree: this.similar.degrees[index]! }))
        .filter(
          ({ number, degree }) =>
            degree >= leastGuess && frequency(this.vocabulary.stubOf.values[number]!) > 0,
        )
        .sort(
          (left, right) =>
            right.degree - left.degree || compare(this.text(left.number), this.text(right.number)),
        )
        .slice(0, maxGuesses);
      stubs = [...new Set(guesses.map(({ number }) => this.vocabulary.stubOf.values[number]!))];
      certainty = guesses[0]?.degree ?? 0;
    }
    let together = 0;
    for (const stub of growth.length > 0 ? growth : stubs) together += frequency(stub);
    // A letter or two that begin no known word say nothing yet.
    const silent = open && word.length <= shortestPrefix && together === 0 && !isSpaceless(word);
    const expected = isLoose || isSmallWord(word) ? smallShare * priorDocuments : 0;
    const weight = silent ? 0 : inverseFrequency(documents, Math.min(together, documents) + expected);
    return { word, open, isLoose, stubs, growth, certainty, weight };
  }

  /** The parts of a query that the index does not know. */
  private gaps(terms: readonly QueryTerm[], documents: number) {
    let weight = 0;
    let unknown = 0;
    let vague = 0;
    for (const term of terms) {
      weight += term.weight;
      if (term.stubs.length + term.growth.length === 0) unknown += term.weight;
      else if (term.certainty < 1) vague += term.weight * (1 - term.certainty);
    }
    const total = Math.max(weight, 1e-9);
    const unit = Math.log(1 + Math.max(1, documents)) ** sharpness;
    return {
      isMisspelt: vague > 0,
      unknownShare: (unknown / total) * (documents / (documents + fewDocuments)),
      vagueness: vague / total,
      missing: (coverage: number): number => ((1 - coverage) * total) / unit,
    };
  }

  /** Whether an open last word goes on in words of the index: in several where it is a word itself. */
  private goesOn(word: string, derived: Derived): boolean {
    if (word === '') return false;
    const isUsed = (number: number): boolean => derived.wordFrequency.frequencyOf(number) > 0;
    const fewest = isUsed(this.vocabulary.find(word)) ? severalWords : 1;
    return this.vocabulary.countLonger(word, fewest, isUsed) >= fewest;
  }

  /** The stubs that start with an unfinished word, most frequent first. */
  private growth(word: string, exact: number, frequency: (stub: number) => number): number[] {
    if (word.length >= stubLength && !isSpaceless(word))
      return exact >= 0 && frequency(exact) > 0 ? [exact] : [];
    const list = this.vocabulary.stubsWithPrefix(word);
    if (!list) return [];
    const stubs: number[] = [];
    for (let index = 0; index < list.length; index++) {
      if (frequency(list.values[index]!) > 0) stubs.push(list.values[index]!);
    }
    // After one letter there are thousands, of which the first stage takes none.
    if (word.length < shortestPrefix && !isSpaceless(word)) return stubs;
    const texts = this.vocabulary.stubs;
    return stubs.sort(
      (left, right) => frequency(right) - frequency(left) || compare(texts[left]!, texts[right]!),
    );
  }

  private readGrams(query: Query, derived: Derived, documents: number): void {
    const seen = new Set<string>();
    for (const term of query.terms) {
      const expected = term.isLoose ? smallShare * priorDocuments : 0;
      const unseenWeight = inverseFrequency(documents, expected);
      for (const text of gramsOf(term.word, term.open)) {
        if (seen.has(text) || seen.size >= maxGrams) continue;
        seen.add(text);
        const gram = this.vocabulary.gramNumbers.get(text) ?? -1;
        const frequency = derived.titleGrams.frequencyOf(gram);
        if (frequency === 0) {
          query.gramWeight += unseenWeight;
          continue;
        }
        const weight = inverseFrequency(documents, Math.min(frequency, documents) + expected);
        query.gramWeight += weight;
        query.grams.push({ gram, weight });
      }
    }
  }

  private text(word: number): string {
    return this.vocabulary.words[word]!;
  }
}

/** Order by code units: the same on every machine, unlike a locale's. */
export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
