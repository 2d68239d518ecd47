// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import type { Derived } from './derived.ts';
import type { DocumentStore } from './documents.ts';
import { countBits, countMask, type Postings } from './postings.ts';
import { compare, type Query } from './query.ts';

/** Best documents taken from each list. */
const listLength = 40;
/** BM25 saturation (Robertson & Zaragoza 2009); titles are short, so their length says little. */
const saturation = 1.2;
const titleLengthShare = 0.25;
const bodyLengthShare = 0.6;
const titleShare = 1.5;
/**
 * Postings walked for one query before the commonest remaining terms are left out, in all and as a share of the
 * documents: what bounds the time of a long query of common words.
 */
const postingsBudget = 900_000;

/** First stage: four scores for every document, and the union of the best of each. */
export class Candidates {
  /** Scores by document number, valid until the next call of `find`. */
  title = new Float32Array(0);
  body = new Float32Array(0);
  gram = new Float32Array(0);
  /** Best possible scores of the query. */
  bestTerm = 0;
  bestGram = 0;
  private unionCounts = new Uint16Array(0);
  private readonly unionDocuments: number[] = [];
  private readonly documents: DocumentStore;

  constructor(documents: DocumentStore) {
    this.documents = documents;
  }

  /**
   * Scores every document and returns the numbers of the best of each list, in no particular order.
   *
   * @param allowed says whether a living document may be shown
   * @param expired is asked between terms; when it says so, what is left is skipped
   */
  find(
    query: Query,
    derived: Derived,
    allowed: ((document: number) => boolean) | undefined,
    expired: () => boolean,
  ): Set<number> {
    this.clear();
    this.scoreTerms(query, derived, expired);
    this.scoreGrams(query, derived, expired);
    return this.select(derived, allowed);
  }

  private clear(): void {
    const count = this.documents.count;
    if (this.title.length < count) {
      const capacity = count + (count >> 3) + 64;
      this.title = new Float32Array(capacity);
      this.body = new Float32Array(capacity);
      this.gram = new Float32Array(capacity);
      this.unionCounts = new Uint16Array(capacity);
      return;
    }
    this.title.fill(0, 0, count);
    this.body.fill(0, 0, count);
    this.gram.fill(0, 0, count);
  }

  private scoreTerms(query: Query, derived: Derived, expired: () => boolean): void {
    const living = Math.max(1, this.documents.aliveCount);
    const averageTitle = Math.max(1, this.documents.titleTotal / Math.max(1, this.documents.headCount));
    const averageBody = Math.max(1, this.documents.bodyTotal / living);
    let spent = 0;
    this.bestTerm = 0;
    // Rare words first: they decide, and what the budget cuts off is what everything contains.
    const terms = [...query.terms].sort(
      (left, right) => right.weight - left.weight || compare(left.word, right.word),
    );
    for (const term of terms) {
      this.bestTerm += term.weight;
      if (spent > postingsBudget || expired()) continue;
      const weight = term.weight * term.certainty;
      spent += this.scoreTerm(
        derived.titleStubs,
        term.stubs,
        weight,
        this.title,
        titleLengthShare,
        averageTitle,
        true,
      );
      spent += this.scoreTerm(
        derived.bodyStubs,
        term.stubs,
        weight,
        this.body,
        bodyLengthShare,
        averageBody,
        false,
      );
    }
  }

  private scoreTerm(
    postings: Postings,
    stubs: readonly number[],
    weight: number,
    scores: Float32Array,
    lengthShare: number,
    averageLength: number,
    isTitle: boolean,
  ): number {
    const starts = isTitle ? this.documents.titleStart.values : this.documents.bodyStart.values;
    const fixed = saturation * (1 - lengthShare);
    const perWord = (saturation * lengthShare) / averageLength;
    const top = weight * (saturation + 1);
    let walked = 0;
    if (stubs.length === 1) {
      for (const list of [postings.base(stubs[0]!), postings.added(stubs[0]!)]) {
        walked += list.length;
        for (let index = 0; index < list.length; index++) {
          const document = list[index]! >>> countBits;
          const count = list[index]! & countMask;
          const length = starts[document + 1]! - starts[document]!;
          scores[document]! += (top * count) / (count + fixed + perWord * length);
        }
      }
      return walked;
    }
    const counts = this.unionCounts;
    const touched = this.unionDocuments;
    touched.length = 0;
    for (const stub of stubs) {
      for (const list of [postings.base(stub), postings.added(stub)]) {
        walked += list.length;
        for (let index = 0; index < list.length; index++) {
          const document = list[index]! >>> countBits;
          if (counts[document] === 0) touched.push(document);
          counts[document]! += list[index]! & countMask;
        }
      }
    }
    for (let index = 0; index < touched.length; index++) {
      const document = touched[index]!;
      const count = counts[document]!;
      counts[document] = 0;
      const length = starts[document + 1]! - starts[document]!;
      scores[document]! += (top * count) / (count + fixed + perWord * length);
    }
    return walked;
  }

  private scoreGrams(query: Query, derived: Derived, expired: () => boolean): void {
    const scores = this.gram;
    let spent = 0;
    this.bestGram = query.gramWeight;
    const grams = [...query.grams].sort((left, right) => right.weight - left.weight);
    for (const { gram, weight } of grams) {
      if (spent > postingsBudget) {
        this.bestGram -= weight;
        continue;
      }
      if (expired()) break;
      for (const list of [derived.titleGrams.base(gram), derived.titleGrams.added(gram)]) {
        spent += list.length;
        for (let index = 0; index < list.length; index++) scores[list[index]! >>> countBits]! += weight;
      }
    }
  }

  private select(derived: Derived, allowed: ((document: number) => boolean) | undefined): Set<number> {
    const { ids, alive, count } = this.documents;
    const lengths = derived.gramLengths.values;
    const heads = this.documents.headOf.values;
    const byTerms = new Best(listLength, ids);
    const byGrams = new Best(listLength, ids);
    const byCosine = new Best(listLength, ids);
    const byBody = new Best(listLength, ids);
    const isAlive = alive.values;
    for (let document = 0; document < count; document++) {
      const title = this.title[document]!;
      const body = this.body[document]!;
      const gram = this.gram[document]!;
      if (title + body + gram === 0 || isAlive[document] === 0) continue;
      if (allowed && !allowed(document)) continue;
      byTerms.offer(document, titleShare * this.title[heads[document]!]! + body);
      if (body > 0) byBody.offer(document, body);
      if (gram > 0) {
        byGrams.offer(document, gram);
        byCosine.offer(document, gram / Math.sqrt(lengths[document]!));
      }
    }
    return new Set([
      ...byTerms.documents(),
      ...byBody.documents(),
      ...byGrams.documents(),
      ...byCosine.documents(),
    ]);
  }
}

/** The documents of the highest scores: a binary heap whose root is the worst of them. */
class Best {
  private readonly numbers: Int32Array;
  private readonly scores: Float64Array;
  private readonly ids: readonly string[];
  private size = 0;
  /** Score that a full heap already holds: anything lower is refused without a call. */
  private least = -1;

  constructor(capacity: number, ids: readonly string[]) {
    this.numbers = new Int32Array(capacity);
    this.scores = new Float64Array(capacity);
    this.ids = ids;
  }

  offer(document: number, score: number): void {
    if (score < this.least) return;
    if (this.size < this.numbers.length) {
      let place = this.size++;
      while (place > 0) {
        const parent = (place - 1) >> 1;
        if (!this.worse(document, score, this.numbers[parent]!, this.scores[parent]!)) break;
        this.move(parent, place);
        place = parent;
      }
      this.put(place, document, score);
    } else if (this.worse(this.numbers[0]!, this.scores[0]!, document, score)) {
      this.sink(document, score);
    }
    if (this.size === this.numbers.length) this.least = this.scores[0]!;
  }

  documents(): Int32Array {
    return this.numbers.subarray(0, this.size);
  }

  private sink(document: number, score: number): void {
    let place = 0;
    for (;;) {
      let child = place * 2 + 1;
      if (child >= this.size) break;
      const other = child + 1;
      if (
        other < this.size &&
        this.worse(this.numbers[other]!, this.scores[other]!, this.numbers[child]!, this.scores[child]!)
      ) {
        child = other;
      }
      if (!this.worse(this.numbers[child]!, this.scores[child]!, document, score)) break;
      this.move(child, place);
      place = child;
    }
    this.put(place, document, score);
  }

  /** Equal scores are settled by id, so that the outcome does not depend on the order of arrival. */
  private worse(left: number, leftScore: number, right: number, rightScore: number): boolean {
    if (leftScore !== rightScore) return leftScore < rightScore;
    return this.ids[left]! > this.ids[right]!;
  }

  private move(from: number, to: number): void {
    this.put(to, this.numbers[from]!, this.scores[from]!);
  }

  private put(place: number, document: number, score: number): void {
    this.numbers[place] = document;
    this.scores[place] = score;
  }
}
