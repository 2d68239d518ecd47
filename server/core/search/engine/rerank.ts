// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import type { Candidates } from './candidates.ts';
import type { Derived } from './derived.ts';
import type { DocumentStore } from './documents.ts';
import { FrequencyWeights } from './frequencyWeights.ts';
import { compare, type Query } from './query.ts';
import { QueryGrams } from './queryGrams.ts';
import type { SimilarWords } from './similarWords.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A candidate with what was measured of it. */
export interface Scored {
  document: number;
  id: string;
  group: string;
  score: number;
  measures: Float64Array;
  hasBody: boolean;
}

/** A word in the body counts a little less than one in the title. */
const bodyShare = 0.9;

/** Candidates that are read word by word. */
const maxRead = 64;

/** Words of body that are read as one passage: about two sentences. */
const passageLength = 30;

/** Words of body that are read as one phrase. */
const phraseLength = 8;

/** Least likeness that counts as the same word in the strict coverage. */
const leastStrict = 0.7;

/** Least likeness at which neighbours count as in order. */
const leastInOrder = 0.6;

/** The weight of neighbours with a word between them. */
const withOneBetween = 0.7;

/** The worth of a title in which the unfinished word stands as it is: half-typed, it is more often another word. */
const notGrown = 0.3;

/** Second stage: reads the candidates word by word. */
export class Reranker {
  /** Word number to its first match in the pool plus one; 0 for none. */
  private heads = new Int32Array(0);
  private readonly matchTerm: number[] = [];
  private readonly matchDegree: number[] = [];
  private readonly matchNext: number[] = [];
  private readonly touched: number[] = [];
  private readonly inTitle: number[] = [];
  private readonly inBody: number[] = [];
  private readonly lastPlace: number[] = [];
  private readonly lastDegree: number[] = [];
  private readonly pairDegrees: number[] = [];
  private readonly weights = new FrequencyWeights();
  private readonly grams: QueryGrams;
  /** Weight of the query's words found in the few best neighbouring words of the body last read. */
  private phrase = 0;
  /** The degree to which the title last read continues the query. */
  private growth = 0;
  private readonly vocabulary: Vocabulary;
  private readonly documents: DocumentStore;
  private readonly similar: SimilarWords;

  constructor(vocabulary: Vocabulary, documents: DocumentStore, similar: SimilarWords) {
    this.vocabulary = vocabulary;
    this.documents = documents;
    this.similar = similar;
    this.grams = new QueryGrams(vocabulary, documents, this.weights);
  }

  /** Looks up once which words of the index match which words of the query. */
  prepare(query: Query, derived: Derived): void {
    for (const word of this.touched) this.heads[word] = 0;
    this.touched.length = 0;
    this.matchTerm.length = 0;
    this.matchDegree.length = 0;
    this.matchNext.length = 0;
    const size = this.vocabulary.words.length;
    this.weights.prepare(this.documents.aliveCount);
    this.grams.prepare(query, derived);
    if (this.heads.length < size) this.heads = new Int32Array(size + (size >> 2) + 64);
    for (let term = 0; term < query.terms.length; term++) {
      const { word, open, growth } = query.terms[term]!;
      this.similar.find(word, open, growth);
      for (let index = 0; index < this.similar.words.length; index++) {
        const number = this.similar.words[index]!;
        if (this.heads[number] === 0) this.touched.push(number);
        this.matchTerm.push(term);
        this.matchDegree.push(this.similar.degrees[index]!);
        this.matchNext.push(this.heads[number]!);
        this.heads[number] = this.matchTerm.length;
      }
    }
  }

  /** The match of the index's word with any word of the prepared query: the degree, and which. */
  matchOf(word: number): { degree: number; term: number } | undefined {
    let best: { degree: number; term: number } | undefined;
    for (let match = this.heads[word]!; match > 0; match = this.matchNext[match - 1]!) {
      const degree = this.matchDegree[match - 1]!;
      if (!best || degree > best.degree) best = { degree, term: this.matchTerm[match - 1]! };
    }
    return best;
  }

  /**
   * The candidates that are worth reading, of those that the first stage found: the best by what it scored already, which
   * costs nothing beside a reading.
   */
  worthReading(found: Iterable<number>, derived: Derived, scores: Candidates): number[] {
    const bestTerm = Math.max(scores.bestTerm, 1e-9);
    const bestGram = Math.max(scores.bestGram, 1e-9);
    const rough = [...found].map((document) => {
      const head = this.documents.headOf.values[document]!;
      const title = scores.title[head]! / bestTerm;
      const body = scores.body[document]! / bestTerm;
      const gram = scores.gram[head]!;
      const alike = gram === 0 ? 0 : gram / Math.sqrt(bestGram * this.grams.titleWeight(document, derived));
      return { document, score: title + body + Math.max(title, body) + gram / bestGram + alike };
    });
    if (rough.length > maxRead) {
      rough.sort(
        (left, right) =>
          right.score - left.score ||
          compare(this.documents.ids[left.document]!, this.documents.ids[right.document]!),
      );
      rough.length = maxRead;
    }
    return rough.map(({ document }) => document);
  }

  /** Writes the features of one candidate into `into`. */
  measure(document: number, query: Query, derived: Derived, scores: Candidates, into: Float64Array): void {
    const count = query.terms.length;
    for (let term = 0; term < count; term++) {
      this.inTitle[term] = 0;
      this.inBody[term] = 0;
    }
    const { titleWeight, matchedWeight } = this.readTitle(document, query, derived);
    const passage = this.readBody(document, query);
    let weight = 0;
    let title = 0;
    let anywhere = 0;
    let strict = 0;
    for (let term = 0; term < count; term++) {
      const share = query.terms[term]!.weight;
      weight += share;
      title += share * this.inTitle[term]!;
      const closest = Math.max(this.inTitle[term]!, this.inBody[term]!);
      if (closest >= leastStrict) strict += share * closest;
      anywhere += share * Math.max(this.inTitle[term]!, bodyShare * this.inBody[term]!);
    }
    if (weight === 0) weight = 1;
    let pairWeight = 0;
    let pairMatched = 0;
    for (let pair = 0; pair < query.pairs.length; pair++) {
      const { left, right } = query.pairs[pair]!;
      const share = query.terms[left]!.weight + query.terms[right]!.weight;
      pairWeight += share;
      pairMatched += share * this.pairDegrees[pair]!;
    }
    // A further passage has its document's title, and what was scored of it.
    const head = this.documents.headOf.values[document]!;
    const gram = scores.gram[head]!;
    const bestGram = Math.max(scores.bestGram, 1e-9);
    const bestTerm = Math.max(scores.bestTerm, 1e-9);
    into[0] = title / weight;
    into[1] = anywhere / weight;
    into[2] = Math.max(title, passage) / weight;
    into[3] = gram === 0 ? 0 : gram / Math.sqrt(bestGram * this.grams.titleWeight(document, derived));
    into[4] = gram / bestGram;
    into[5] = Math.min(1.2, scores.title[head]! / bestTerm);
    into[6] = Math.min(1.5, Math.max(scores.title[head]!, scores.body[document]!) / bestTerm);
    into[7] = pairWeight === 0 ? 0 : pairMatched / pairWeight;
    into[8] = titleWeight === 0 ? 0 : matchedWeight / titleWeight;
    const excess = (this.documents.titleLength(head) + 1) / (query.wordCount + 1);
    into[9] = excess <= 1 ? 0 : Math.min(1, Math.log2(excess) / 3);
    into[10] = Math.min(1.5, this.grams.shareOf(document));
    into[11] = Math.max(title, this.phrase) / weight;
    into[12] = strict / weight;
    into[13] = this.growth;
  }

  private readTitle(document: number, query: Query, derived: Derived) {
    const words = this.documents.headTitleOf(document);
    const { terms, pairs } = query;
    for (let term = 0; term < terms.length; term++) this.lastPlace[term] = -10;
    for (let pair = 0; pair < pairs.length; pair++) this.pairDegrees[pair] = 0;
    this.growth = 0;
    const lastPair = pairs.at(-1);
    const unfinished = lastPair && terms[lastPair.right]!.open ? pairs.length - 1 : -1;
    let titleWeight = 0;
    let matchedWeight = 0;
    for (let place = 0; place < words.length; place++) {
      const word = words[place]!;
      const stub = this.vocabulary.stubOf.values[word]!;
      const weight = this.weights.of(derived.anyFrequency.frequencyOf(stub));
      titleWeight += weight;
      let best = 0;
      for (let match = this.heads[word]!; match > 0; match = this.matchNext[match - 1]!) {
        const term = this.matchTerm[match - 1]!;
        const degree = this.matchDegree[match - 1]!;
        if (degree > best) best = degree;
        if (degree > this.inTitle[term]!) this.inTitle[term] = degree;
        if (degree < leastInOrder) continue;
        for (let pair = 0; pair < pairs.length; pair++) {
          if (pairs[pair]!.right !== term) continue;
          const left = pairs[pair]!.left;
          const distance = place - this.lastPlace[left]!;
          if (distance < 1 || distance > 2) continue;
          const near = distance === 1 ? 1 : withOneBetween;
          const together = Math.min(degree, this.lastDegree[left]!) * near;
          if (together > this.pairDegrees[pair]!) this.pairDegrees[pair] = together;
          if (pair === unfinished)
            this.growth = Math.max(
              this.growth,
              this.grownInto(word, terms[term]!.word) * this.lastDegree[left]! * near,
            );
        }
      }
      for (let match = this.heads[word]!; match > 0; match = this.matchNext[match - 1]!) {
        if (this.matchDegree[match - 1]! < leastInOrder) continue;
        this.lastPlace[this.matchTerm[match - 1]!] = place;
        this.lastDegree[this.matchTerm[match - 1]!] = this.matchDegree[match - 1]!;
      }
      matchedWeight += weight * best;
    }
    return { titleWeight, matchedWeight };
  }

  /** Whether an unfinished word may become this word of the index. */
  private grownInto(word: number, unfinished: string): number {
    const text = this.vocabulary.words[word]!;
    if (!text.startsWith(unfinished)) return 0;
    return text.length > unfinished.length ? 1 : notGrown;
  }

  /** Marks what the body holds and returns the weight of the query's words found in its best passage. */
  private readBody(document: number, query: Query): number {
    const words = this.documents.bodyOf(document);
    this.phrase = 0;
    if (words.length === 0) return 0;
    const { terms } = query;
    for (let term = 0; term < terms.length; term++) this.lastPlace[term] = -passageLength * 2;
    let best = 0;
    for (let place = 0; place < words.length; place++) {
      let match = this.heads[words[place]!]!;
      if (match === 0) continue;
      for (; match > 0; match = this.matchNext[match - 1]!) {
        const term = this.matchTerm[match - 1]!;
        const degree = this.matchDegree[match - 1]!;
        if (degree > this.inBody[term]!) this.inBody[term] = degree;
        if (this.lastPlace[term]! <= place - passageLength || degree >= this.lastDegree[term]!) {
          this.lastPlace[term] = place;
          this.lastDegree[term] = degree;
        }
      }
      let sum = 0;
      let near = 0;
      for (let term = 0; term < terms.length; term++) {
        if (place - this.lastPlace[term]! < passageLength)
          sum += terms[term]!.weight * this.lastDegree[term]!;
        if (place - this.lastPlace[term]! < phraseLength)
          near += terms[term]!.weight * this.lastDegree[term]!;
      }
      if (near > this.phrase) this.phrase = near;
      if (sum > best) best = sum;
    }
    return best;
  }
}
