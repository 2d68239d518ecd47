/** A growing list of 32-bit integers without boxing. */
export class IntList {
  values: Int32Array;
  length = 0;

  constructor(capacity = 8) {
    this.values = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(this.length * 2 + 8);
    this.values[this.length++] = value;
  }

  /** Makes room for `capacity` integers in all. */
  reserve(capacity: number): void {
    if (capacity <= this.values.length) return;
    const grown = new Int32Array(capacity);
    grown.set(this.values.subarray(0, this.length));
    this.values = grown;
  }
}
