import { inverseFrequency } from './query.ts';

/** Inverse document frequencies, looked up: a logarithm and a power a gram would cost more than all the rest. */
export class FrequencyWeights {
  /** Weight of each frequency, for one number of documents. */
  private readonly weights = new Map<number, number>();
  private documents = -1;

  /** Forgets what was of another number of documents. */
  prepare(documents: number): void {
    if (this.documents === documents) return;
    this.documents = documents;
    this.weights.clear();
  }

  of(frequency: number): number {
    let weight = this.weights.get(frequency);
    if (weight === undefined) {
      weight = inverseFrequency(this.documents, frequency);
      this.weights.set(frequency, weight);
    }
    return weight;
  }
}
