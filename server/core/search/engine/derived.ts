// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import type { DocumentStore } from './documents.ts';
import { IntList } from './intList.ts';
import { countBits, countMask, Postings } from './postings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Documents handled between two pauses of a derivation: a few milliseconds. */
const stepDocuments = 50;

/** Collects the distinct terms of a document with their counts. */
class Bag {
  readonly terms = new IntList(256);
  private marks = new Int32Array(1024);
  private counts = new Int32Array(1024);

  clear(): void {
    for (let index = 0; index < this.terms.length; index++) this.marks[this.terms.values[index]!] = 0;
    this.terms.length = 0;
  }

  add(term: number): void {
    if (term >= this.marks.length) {
      this.marks = grown(this.marks, term);
      this.counts = grown(this.counts, term);
    }
    if (this.marks[term] === 0) {
      this.marks[term] = 1;
      this.counts[term] = 1;
      this.terms.push(term);
    } else {
      this.counts[term]! += 1;
    }
  }

  has(term: number): boolean {
    return term < this.marks.length && this.marks[term] === 1;
  }

  countOf(term: number): number {
    return this.counts[term]!;
  }
}

function grown(values: Int32Array, index: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(index + 1, values.length * 2));
  larger.set(values);
  return larger;
}

/** The inverted tables: everything that follows from the documents and the vocabulary. */
export class Derived {
  readonly titleStubs = new Postings();
  readonly bodyStubs = new Postings();
  readonly titleGrams = new Postings();
  /** Living documents that hold a stub in title or body. */
  readonly anyFrequency = new Postings();
  /** Living documents that hold a word in title or body. */
  readonly wordFrequency = new Postings();
  /** Living documents that hold a gram in title or body. */
  readonly anyGramFrequency = new Postings();
  /** Distinct grams of each document's title. */
  readonly gramLengths = new IntList();
  /** Living documents' grams in all, for the average. */
  gramTotal = 0;
  /** Changes with every document that comes or goes. */
  version = 0;
  private readonly title = new Bag();
  private readonly body = new Bag();
  private readonly grams = new Bag();
  private readonly allWords = new Bag();
  private readonly allGrams = new Bag();

  /** Adds a document that has just been stored. */
  append(documents: DocumentStore, vocabulary: Vocabulary, document: number): void {
    this.version += 1;
    this.read(documents, vocabulary, document);
    this.each(this.title, (term, count) => this.titleStubs.append(term, document, count));
    this.each(this.body, (term, count) => this.bodyStubs.append(term, document, count));
    this.each(this.grams, (term, count) => this.titleGrams.append(term, document, count));
    this.countAny(1);
    this.countGrams(documents, vocabulary, document, 1);
    this.gramLengths.push(this.grams.terms.length);
    this.gramTotal += this.grams.terms.length;
  }

  /** Takes a document that has just died out of the counts. */
  remove(documents: DocumentStore, vocabulary: Vocabulary, document: number): void {
    this.version += 1;
    this.read(documents, vocabulary, document);
    this.each(this.title, (term) => this.titleStubs.count(term, -1));
    this.each(this.body, (term) => this.bodyStubs.count(term, -1));
    this.each(this.grams, (term) => this.titleGrams.count(term, -1));
    this.countAny(-1);
    this.countGrams(documents, vocabulary, document, -1);
    this.gramTotal -= this.grams.terms.length;
  }

  /** Derives everything from living documents, pausing every few milliseconds. */
  *deriveAll(documents: DocumentStore, vocabulary: Vocabulary): Generator<void, void> {
    const tables = [
      { postings: this.titleStubs, bag: this.title },
      { postings: this.bodyStubs, bag: this.body },
      { postings: this.titleGrams, bag: this.grams },
    ];
    for (let document = 0; document < documents.count; document++) {
      this.read(documents, vocabulary, document);
      for (const { postings, bag } of tables) this.each(bag, (term) => postings.count(term, 1));
      this.countAny(1);
      this.countGrams(documents, vocabulary, document, 1);
      this.gramLengths.push(this.grams.terms.length);
      this.gramTotal += this.grams.terms.length;
      if (document % stepDocuments === stepDocuments - 1) yield;
    }
    const ends = tables.map(({ postings }) => allocate(postings));
    for (let document = 0; document < documents.count; document++) {
      this.read(documents, vocabulary, document);
      for (let table = 0; table < tables.length; table++) {
        const { postings, bag } = tables[table]!;
        const positions = ends[table]!;
        const terms = bag.terms;
        for (let index = 0; index < terms.length; index++) {
          const term = terms.values[index]!;
          postings.data[positions[term]!++] =
            (document << countBits) | Math.min(bag.countOf(term), countMask);
        }
      }
      if (document % stepDocuments === stepDocuments - 1) yield;
    }
  }

  get memoryBytes(): number {
    const tables = this.titleStubs.memoryBytes + this.bodyStubs.memoryBytes + this.titleGrams.memoryBytes;
    return (
      tables +
      this.anyFrequency.memoryBytes +
      this.wordFrequency.memoryBytes +
      this.anyGramFrequency.memoryBytes +
      4 * this.gramLengths.values.length
    );
  }

  private read(documents: DocumentStore, vocabulary: Vocabulary, document: number): void {
    this.title.clear();
    this.body.clear();
    this.grams.clear();
    const stubOf = vocabulary.stubOf.values;
    const starts = vocabulary.gramStart.values;
    const gramList = vocabulary.gramList.values;
    const titleWords = documents.titleOf(document);
    for (let index = 0; index < titleWords.length; index++) {
      const word = titleWords[index]!;
      this.title.add(stubOf[word]!);
      for (let gram = starts[word]!; gram < starts[word + 1]!; gram++) this.grams.add(gramList[gram]!);
    }
    const bodyWords = documents.bodyOf(document);
    for (let index = 0; index < bodyWords.length; index++) this.body.add(stubOf[bodyWords[index]!]!);
  }

  private each(bag: Bag, visit: (term: number, count: number) => void): void {
    const terms = bag.terms;
    for (let index = 0; index < terms.length; index++)
      visit(terms.values[index]!, bag.countOf(terms.values[index]!));
  }

  private countGrams(
    documents: DocumentStore,
    vocabulary: Vocabulary,
    document: number,
    change: number,
  ): void {
    const starts = vocabulary.gramStart.values;
    const gramList = vocabulary.gramList.values;
    this.allGrams.clear();
    this.allWords.clear();
    for (const words of [documents.titleOf(document), documents.bodyOf(document)]) {
      for (let index = 0; index < words.length; index++) this.allWords.add(words[index]!);
    }
    this.each(this.allWords, (word) => this.wordFrequency.count(word, change));
    const distinct = this.allWords.terms;
    for (let index = 0; index < distinct.length; index++) {
      const word = distinct.values[index]!;
      const end = starts[word + 1]!;
      for (let gram = starts[word]!; gram < end; gram++) this.allGrams.add(gramList[gram]!);
    }
    this.each(this.allGrams, (gram) => this.anyGramFrequency.count(gram, change));
  }

  private countAny(change: number): void {
    this.each(this.title, (term) => this.anyFrequency.count(term, change));
    this.each(this.body, (term) => {
      if (!this.title.has(term)) this.anyFrequency.count(term, change);
    });
  }
}

/** Sizes a table by its counts and returns the position at which each term's next posting goes. */
function allocate(postings: Postings): Int32Array {
  const terms = postings.frequency.length;
  const starts = new Int32Array(terms + 1);
  for (let term = 0; term < terms; term++)
    starts[term + 1] = starts[term]! + postings.frequency.values[term]!;
  postings.starts = starts;
  postings.data = new Uint32Array(starts[terms]!);
  return starts.slice(0, terms);
}
