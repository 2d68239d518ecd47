// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import type { Derived } from './derived.ts';
import type { DocumentStore } from './documents.ts';
import type { FrequencyWeights } from './frequencyWeights.ts';
import type { Query } from './query.ts';
import { gramsOf, type Vocabulary } from './vocabulary.ts';

/** BM25 of grams in title and body together. */
const gramSaturation = 1.6;

const gramLengthShare = 0.75;

/** The grams of a query, found in documents word by word. */
export class QueryGrams {
  /** Weights of the query's grams that the index knows, by their order in the query. */
  private readonly weightOf: number[] = [];
  /** Counts of each in the document that is read. */
  private readonly counts: number[] = [];
  /** Gram number to its order in the query plus one; 0 for all others. */
  private orders = new Int32Array(0);
  private readonly marked: number[] = [];
  /** Word number to its first entry in the pool plus one; 0 for a word not yet seen, -1 for one without such grams. */
  private heads = new Int32Array(0);
  private readonly entryGram: number[] = [];
  private readonly entryNext: number[] = [];
  private readonly touched: number[] = [];
  private total = 1;
  /** Weights of titles' grams, by document; they change with the index alone. */
  private titleWeights = new Float32Array(0);
  private titleVersion = -1;
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
    for (const word of this.touched) this.heads[word] = 0;
    this.touched.length = 0;
    this.entryGram.length = 0;
    this.entryNext.length = 0;
    for (const gram of this.marked) this.orders[gram] = 0;
    this.marked.length = 0;
    this.weightOf.length = 0;
    this.total = 1e-9;
    const grams = this.vocabulary.gramNumbers.size;
    if (this.orders.length < grams) this.orders = new Int32Array(grams + (grams >> 2) + 64);
    const size = this.vocabulary.words.length;
    if (this.heads.length < size) this.heads = new Int32Array(size + (size >> 2) + 64);
    const texts = new Set<string>();
    for (const term of query.terms) {
      for (const text of gramsOf(term.word, term.open)) {
        if (texts.has(text)) continue;
        texts.add(text);
        const gram = this.vocabulary.gramNumbers.get(text) ?? -1;
        const weight = this.weights.of(derived.anyGramFrequency.frequencyOf(gram));
        this.total += weight;
        if (gram >= 0) this.mark(gram, weight);
      }
    }
  }

  private mark(gram: number, weight: number): void {
    const order = this.weightOf.push(weight);
    this.counts[order - 1] = 0;
    this.orders[gram] = order;
    this.marked.push(gram);
  }

  /** Reads a word of the index the first time that the query meets it: most hold none of its grams. */
  private readWord(word: number): number {
    const end = this.vocabulary.gramStart.values[word + 1]!;
    const grams = this.vocabulary.gramList.values;
    let head = -1;
    for (let index = this.vocabulary.gramStart.values[word]!; index < end; index++) {
      const order = this.orders[grams[index]!]!;
      if (order === 0) continue;
      this.entryGram.push(order - 1);
      this.entryNext.push(head);
      head = this.entryGram.length;
    }
    this.heads[word] = head;
    this.touched.push(word);
    return head;
  }

  /** The share of the query's grams that title and body hold together, by BM25; 1 for as much as the query weighs. */
  shareOf(document: number): number {
    const { documents, counts, weightOf } = this;
    this.count(documents.headTitleOf(document));
    this.count(documents.bodyOf(document));
    const average = Math.max(
      1,
      documents.titleTotal / Math.max(1, documents.headCount) +
        documents.bodyTotal / Math.max(1, documents.aliveCount),
    );
    const length = documents.headTitleOf(document).length + documents.bodyLength(document);
    const damping = gramSaturation * (1 - gramLengthShare + (gramLengthShare * length) / average);
    let sum = 0;
    for (let order = 0; order < weightOf.length; order++) {
      const count = counts[order]!;
      if (count === 0) continue;
      sum += (weightOf[order]! * count * (gramSaturation + 1)) / (count + damping);
      counts[order] = 0;
    }
    return sum / this.total;
  }

  private count(words: Int32Array): void {
    const { heads, entryGram, entryNext, counts } = this;
    for (let place = 0; place < words.length; place++) {
      const word = words[place]!;
      let entry = heads[word]! || this.readWord(word);
      for (; entry > 0; entry = entryNext[entry - 1]!) counts[entryGram[entry - 1]!]! += 1;
    }
  }

  /** Weight of all grams of the title of a row's document. */
  titleWeight(document: number, derived: Derived): number {
    const head = this.documents.headOf.values[document]!;
    if (this.titleVersion !== derived.version || this.titleWeights.length <= head) {
      this.titleVersion = derived.version;
      this.titleWeights = new Float32Array(this.documents.count + 64);
    }
    if (this.titleWeights[head] === 0) this.titleWeights[head] = this.weighTitle(head, derived);
    return this.titleWeights[head]!;
  }

  private weighTitle(head: number, derived: Derived): number {
    const words = this.documents.titleOf(head);
    const starts = this.vocabulary.gramStart.values;
    const grams = this.vocabulary.gramList.values;
    let sum = 0;
    for (let place = 0; place < words.length; place++) {
      for (let index = starts[words[place]!]!; index < starts[words[place]! + 1]!; index++)
        sum += this.weights.of(derived.titleGrams.frequencyOf(grams[index]!));
    }
    return Math.max(sum, 1e-9);
  }
}
