// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import { IntList } from './intList.ts';

/**
 * Document numbers take the upper 24 bits of a posting (16 million documents, far beyond what memory holds), the
 * count of the term in the document the lower 8.
 */
export const countBits = 8;
export const countMask = 255;

/**
 * Term to documents: a base in two typed arrays and a small delta of growing lists. Dead documents stay in the
 * lists until the next merge; `frequency` counts living ones only, so that scores never depend on history.
 */
export class Postings {
  starts = new Int32Array(1);
  data = new Uint32Array(0);
  /** Living documents of each term. */
  readonly frequency = new IntList();
  private readonly delta = new Map<number, IntList>();
  private deltaLength = 0;

  /** Adds a posting of a document that has just arrived. */
  append(term: number, document: number, count: number): void {
    this.count(term, 1);
    let list = this.delta.get(term);
    if (!list) {
      list = new IntList(2);
      this.delta.set(term, list);
    }
    list.push((document << countBits) | Math.min(count, countMask));
    this.deltaLength += 1;
  }

  /** Adjusts the number of living documents of a term. */
  count(term: number, change: number): void {
    while (this.frequency.length <= term) this.frequency.push(0);
    this.frequency.values[term]! += change;
  }

  frequencyOf(term: number): number {
    return term >= 0 && term < this.frequency.length ? this.frequency.values[term]! : 0;
  }

  /** Postings stored for a term, dead ones included: what walking it costs. */
  lengthOf(term: number): number {
    const base = term + 1 < this.starts.length ? this.starts[term + 1]! - this.starts[term]! : 0;
    return base + (this.delta.get(term)?.length ?? 0);
  }

  base(term: number): Uint32Array {
    if (term + 1 >= this.starts.length) return empty;
    return this.data.subarray(this.starts[term], this.starts[term + 1]);
  }

  added(term: number): Uint32Array {
    const list = this.delta.get(term);
    return list ? new Uint32Array(list.values.buffer, 0, list.length) : empty;
  }

  get memoryBytes(): number {
    const lists = this.delta.size * 120 + this.deltaLength * 8;
    return 4 * (this.starts.length + this.data.length + this.frequency.values.length) + lists;
  }
}

const empty = new Uint32Array(0);
