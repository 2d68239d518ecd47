// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import type { Derived } from './derived.ts';
import type { DocumentStore } from './documents.ts';
import type { FrequencyWeights } from './frequencyWeights.ts';
import type { Query } from './query.ts';
import { gramsOf, type Vocabulary } from './vocabulary.ts';

/** BM25 of grams in title and body together. */
const gramSaturation = 1.6;

const gramLengthShare = 0.75;

/** The grams of a query, found in documents letter by letter. */
export class QueryGrams {
  /** Inverse document frequency of the query's grams; 0 for all others. */
  private marks = new Float32Array(0);
  private counts = new Uint16Array(0);
  private total = 1;
  private readonly marked: number[] = [];
  private readonly seen: number[] = [];
  private readonly vocabulary: Vocabulary;
  private readonly documents: DocumentStore;
  private readonly weights: FrequencyWeights;

  constructor(vocabulary: Vocabulary, documents: DocumentStore, weights: FrequencyWeights) {
    this.vocabulary = vocabulary;
    this.documents = documents;
    this.weights = weights;
  }

  /** Marks the query's grams. */
  prepare(query: Query, derived: Derived): void {
    for (const gram of this.marked) this.marks[gram] = 0;
    this.marked.length = 0;
    this.total = 1e-9;
    const size = this.vocabulary.gramNumbers.size;
    if (this.marks.length < size) {
      this.marks = new Float32Array(size + (size >> 2) + 64);
      this.counts = new Uint16Array(this.marks.length);
    }
    const texts = new Set<string>();
    for (const term of query.terms) {
      for (const text of gramsOf(term.word, term.open)) {
        if (texts.has(text)) continue;
        texts.add(text);
        const gram = this.vocabulary.gramNumbers.get(text) ?? -1;
        const weight = this.weights.of(derived.anyGramFrequency.frequencyOf(gram));
        this.total += weight;
        if (gram < 0) continue;
        this.marks[gram] = weight;
        this.marked.push(gram);
      }
    }
  }

  /** How much of the query's grams title and body hold together, by BM25; 1 for as much as the query weighs. */
  shareOf(document: number): number {
    const { documents, marks, counts, seen } = this;
    seen.length = 0;
    this.count(documents.headTitleOf(document));
    this.count(documents.bodyOf(document));
    const living = Math.max(1, documents.aliveCount);
    const average = Math.max(
      1,
      documents.titleTotal / Math.max(1, documents.headCount) + documents.bodyTotal / living,
    );
    const length = documents.headTitleOf(document).length + documents.bodyLength(document);
    const damping = gramSaturation * (1 - gramLengthShare + (gramLengthShare * length) / average);
    let sum = 0;
    for (let index = 0; index < seen.length; index++) {
      const gram = seen[index]!;
      sum += (marks[gram]! * counts[gram]! * (gramSaturation + 1)) / (counts[gram]! + damping);
      counts[gram] = 0;
    }
    return sum / this.total;
  }

  private count(words: Int32Array): void {
    const starts = this.vocabulary.gramStart.values;
    const grams = this.vocabulary.gramList.values;
    const { marks, counts, seen } = this;
    for (let place = 0; place < words.length; place++) {
      const end = starts[words[place]! + 1]!;
      for (let index = starts[words[place]!]!; index < end; index++) {
        const gram = grams[index]!;
        if (marks[gram] === 0) continue;
        if (counts[gram]!++ === 0) seen.push(gram);
      }
    }
  }

  /** Weight of all grams of a title. */
  titleWeight(document: number, derived: Derived): number {
    const words = this.documents.headTitleOf(document);
    const starts = this.vocabulary.gramStart.values;
    const grams = this.vocabulary.gramList.values;
    let sum = 0;
    for (let place = 0; place < words.length; place++) {
      for (let index = starts[words[place]!]!; index < starts[words[place]! + 1]!; index++) {
        const frequency = derived.titleGrams.frequencyOf(grams[index]!);
        sum += this.weights.of(frequency);
      }
    }
    return Math.max(sum, 1e-9);
  }
}
