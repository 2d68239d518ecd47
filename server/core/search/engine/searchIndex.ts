// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import { features } from './features.ts';
import { Candidates } from './candidates.ts';
import { Derived } from './derived.ts';
import { DocumentStore } from './documents.ts';
import { passagesOf, titleWords } from './documentWords.ts';
import { rankGroups } from './groups.ts';
import { readBlob, writeBlob } from './blob.ts';
import { compacted } from './compact.ts';
import { documentFilter, preferredLanguages } from './filters.ts';
import { findReadings } from './readings.ts';
import { compare, type Query, QueryReader } from './query.ts';
import { Reranker, type Scored } from './rerank.ts';
import { toResults } from './results.ts';
import type { SearchDocument, SearchIndexOptions, SearchOptions, SearchResult } from './searchTypes.ts';
import { SimilarWords } from './similarWords.ts';
import { Spellings } from './spellings.ts';
import { deadline, drain } from './steps.ts';
import { Variety } from './variety.ts';
import { Vocabulary } from './vocabulary.ts';
import { highestScore, learnedWeights, type Weights } from './weights.ts';

/** Additions and removals that are carried along before a merge: at least so many, or this share of the index. */
const leastPending = 2048;
const pendingShare = 0.25;
/** Documents taken in between two pauses of a build. */
const buildStep = 50;
/** The most the prior can add to a score: enough to settle ties, too little to overturn a better match. */
const priorShare = 0.02;
/** The most the reader's language can add: as much. */
const languageShare = 0.02;

/**
 * Finds the answered question while one types: four candidate lists over typed arrays, re-ranked word by word and
 * grouped by answer. The same documents and query give the same results, in whichever order they arrived.
 */
export class SearchIndex {
  private vocabulary = new Vocabulary();
  private documents = new DocumentStore();
  private derived = new Derived();
  private similar!: SimilarWords;
  private reader!: QueryReader;
  private candidates!: Candidates;
  private reranker!: Reranker;
  private variety!: Variety;
  private spellings!: Spellings;
  /** Documents already in the base tables. */
  private baseCount = 0;
  /** Changes with every change of content. */
  private version = 0;
  private weights: Weights;
  private readonly mergeAutomatically: boolean;

  constructor(options: SearchIndexOptions = {}) {
    this.weights = options.weights ?? learnedWeights;
    this.mergeAutomatically = options.mergeAutomatically ?? true;
    this.connect();
  }

  /** Builds an index at once; for many documents on a thread that must answer meanwhile, use `buildSteps`. */
  static build(documents: Iterable<SearchDocument>, options: SearchIndexOptions = {}): SearchIndex {
    return drain(SearchIndex.buildSteps(documents, options));
  }

  /** Builds an index, pausing every few milliseconds; returns it at the end. Of equal ids the last one counts. */
  static *buildSteps(
    documents: Iterable<SearchDocument>,
    options: SearchIndexOptions = {},
  ): Generator<void, SearchIndex> {
    const index = new SearchIndex(options);
    let taken = 0;
    for (const document of documents) {
      index.prepare(document);
      if (++taken % buildStep === 0) yield;
    }
    yield* index.deriveSteps();
    return index;
  }

  /**
   * Takes a document in without making it searchable; `deriveSteps` does that for all of them at once. For
   * building a new index in batches; on one that is searched already, use `add`.
   */
  prepare(document: SearchDocument): void {
    this.documents.remove(document.id);
    this.store(document);
  }

  /** Derives the tables of a prepared index, pausing every few milliseconds. */
  *deriveSteps(): Generator<void, void> {
    if (this.documents.aliveCount < this.documents.count) {
      // Documents that were replaced while preparing are dropped by copying the living ones.
      const fresh = yield* compacted(this.vocabulary, this.documents);
      this.vocabulary = fresh.vocabulary;
      this.documents = fresh.documents;
    }
    const derived = new Derived();
    yield* derived.deriveAll(this.documents, this.vocabulary);
    this.derived = derived;
    this.baseCount = this.documents.count;
    this.connect();
  }

  /** The number of documents that can be found. */
  get size(): number {
    return this.documents.headCount;
  }

  /** Bytes held, estimated to within a fifth. */
  get memoryBytes(): number {
    return (
      this.vocabulary.memoryBytes +
      this.documents.memoryBytes +
      this.derived.memoryBytes +
      this.documents.count * 14
    );
  }

  /** True when additions and removals have piled up so far that a merge pays. */
  get mergeDue(): boolean {
    const dead = this.documents.count - this.documents.aliveCount;
    const pending = this.documents.count - this.baseCount + dead;
    return pending > Math.max(leastPending, this.baseCount * pendingShare);
  }

  has(id: string): boolean {
    return this.documents.find(id) >= 0;
  }

  /** Adds a document, or replaces the one of the same id. It is found from the next search on. */
  add(document: SearchDocument): void {
    this.discard(document.id);
    for (const row of this.store(document)) this.derived.append(this.documents, this.vocabulary, row);
    this.version += 1;
    if (this.mergeAutomatically && this.mergeDue) drain(this.mergeSteps());
  }

  /** Removes a document; says whether there was one. */
  remove(id: string): boolean {
    const removed = this.discard(id);
    if (removed && this.mergeAutomatically && this.mergeDue) drain(this.mergeSteps());
    return removed;
  }

  /** Removes all phrasings of an answer. Looks at every document's group number: 0.1 ms at 100,000. */
  removeGroup(group: string): void {
    for (const id of this.documents.idsOfGroup(group)) this.remove(id);
  }

  /** Phrasings of answers that have more than one, in the order of arrival: what the gate asks. */
  linked(): { id: string; group: string; title: string }[] {
    const { alive, groupOf, groupSizes, groups, headOf, ids, titles } = this.documents;
    const found: { id: string; group: string; title: string }[] = [];
    for (let number = 0; number < this.documents.count; number++) {
      const group = groupOf.values[number]!;
      if (alive.values[number] === 1 && headOf.values[number] === number && groupSizes[group]! > 1)
        found.push({ id: ids[number]!, group: groups.list[group]!, title: titles[number]! });
    }
    return found;
  }

  /** Chooses the weights of the second stage: the learned ones, the plain sum, or a site's own. */
  useWeights(weights: Weights): void {
    this.weights = weights;
  }

  /**
   * Merges what was added and drops what was removed, pausing every few milliseconds. Searches in between see the
   * old tables; a change of content in between makes it give up and return false.
   */
  *mergeSteps(): Generator<void, boolean> {
    const version = this.version;
    const fresh = yield* compacted(this.vocabulary, this.documents, () => this.version !== version);
    if (this.version !== version) return false;
    const derived = new Derived();
    for (const _ of derived.deriveAll(fresh.documents, fresh.vocabulary)) {
      yield;
      if (this.version !== version) return false;
    }
    this.vocabulary = fresh.vocabulary;
    this.documents = fresh.documents;
    this.derived = derived;
    this.baseCount = fresh.documents.count;
    this.connect();
    return true;
  }

  /** The best answers to a text, whole or half-typed, best first. Never throws, whatever the text. */
  search(text: string, options: SearchOptions = {}): SearchResult[] {
    return findReadings(text, options, {
      isMultilingual: this.documents.languages.list.length > 1,
      find: (reading, narrowed) => this.searchOnce(reading, narrowed),
      respell: (reading) => this.spellings.bestOf(reading),
    });
  }

  /** As `search`, of this very text: no part of it, no other spelling. */
  private searchOnce(text: string, options: SearchOptions): SearchResult[] {
    const { query, ranked } = this.rank(text, options);
    const groups = rankGroups(ranked, this.documents);
    const arranged = this.variety.arrange(groups, this.derived, options.limit ?? 3);
    const highest = highestScore(options.weights ?? this.weights);
    const { documents, vocabulary, reranker } = this;
    return toResults(groups, arranged, query, { documents, vocabulary, reranker, highest }, options);
  }

  /** The index as bytes that `restore` reads: documents and vocabulary; the tables are derived again. */
  serialise(): Uint8Array {
    if (this.documents.aliveCount < this.documents.count) drain(this.mergeSteps());
    return writeBlob(this.vocabulary, this.documents);
  }

  /**
   * Reads what `serialise` wrote.
   *
   * @throws {Error} when the bytes are not of this format and version or are damaged; rebuild then
   */
  static restore(bytes: Uint8Array, options: SearchIndexOptions = {}): SearchIndex {
    return drain(SearchIndex.restoreSteps(bytes, options));
  }

  /** As `restore`, pausing every few milliseconds. */
  static *restoreSteps(bytes: Uint8Array, options: SearchIndexOptions = {}): Generator<void, SearchIndex> {
    const index = new SearchIndex(options);
    const { vocabulary, documents } = yield* readBlob(bytes);
    index.vocabulary = vocabulary;
    index.documents = documents;
    yield* index.deriveSteps();
    return index;
  }

  /** Every candidate with its measures and score, best first: what the gate and the benchmark learn from. */
  rank(text: string, options: SearchOptions = {}): { query: Query; ranked: Scored[] } {
    const query = this.reader.read(text, this.derived, this.documents.aliveCount);
    const weights = options.weights ?? this.weights;
    const found = this.candidates.find(
      query,
      this.derived,
      documentFilter(this.documents, options),
      deadline(options.budgetMilliseconds),
    );
    this.reranker.prepare(query, this.derived);
    const preferred = preferredLanguages(this.documents, options);
    const ranked: Scored[] = [];
    const shares = features.map((feature) => weights[feature]);
    for (const document of this.reranker.worthReading(found, this.derived, this.candidates)) {
      const measures = new Float64Array(features.length);
      this.reranker.measure(document, query, this.derived, this.candidates, measures);
      let score = priorShare * this.documents.priors[document]!;
      if (preferred?.[this.documents.languageOf.values[document]!]) score += languageShare;
      for (let index = 0; index < shares.length; index++) score += measures[index]! * shares[index]!;
      const group = this.documents.groups.list[this.documents.groupOf.values[document]!]!;
      const hasBody = this.documents.bodyLength(document) > 0;
      ranked.push({ document, id: this.documents.ids[document]!, group, score, measures, hasBody });
    }
    ranked.sort((left, right) => right.score - left.score || compare(left.id, right.id));
    return { query, ranked };
  }

  private connect(): void {
    this.similar = new SimilarWords(this.vocabulary);
    this.reader = new QueryReader(this.vocabulary, this.similar);
    this.candidates = new Candidates(this.documents);
    this.reranker = new Reranker(this.vocabulary, this.documents, this.similar);
    this.variety = new Variety(this.vocabulary, this.documents);
    this.spellings = new Spellings(this.vocabulary, this.derived);
  }

  /** Stores a document's rows: itself, and the further passages of a long body. */
  private store(document: SearchDocument): number[] {
    const number = (word: string) => this.vocabulary.add(word);
    const prior = Math.min(1, Math.max(0, document.weight ?? 0)) || 0;
    const [first, ...others] = passagesOf(document.body);
    const head = this.documents.add(
      { ...document, prior, passage: first },
      titleWords(document).map(number),
      first.words.map(number),
    );
    return [
      head,
      ...others.map((passage) =>
        this.documents.add({ ...document, title: '', prior, passage }, [], passage.words.map(number), head),
      ),
    ];
  }

  private discard(id: string): boolean {
    const rows = this.documents.remove(id);
    for (const row of rows) this.derived.remove(this.documents, this.vocabulary, row);
    if (rows.length > 0) this.version += 1;
    return rows.length > 0;
  }
}
