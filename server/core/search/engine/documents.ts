// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import { IntList } from './intList.ts';

/** Numbers for the distinct values of a column: groups, kinds, languages. */
export class Names {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  find(name: string): number {
    return this.numbers.get(name) ?? -1;
  }

  add(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

/** A row besides its words. */
export interface Row {
  id: string;
  group: string;
  kind: string;
  language: string;
  title: string;
  prior: number;
  /** Where in the body its words stand, code units. */
  passage: { start: number; end: number };
}

/**
 * The documents as sequences of word numbers: the only state that cannot be derived. A row is a document, or a further
 * passage of one: those follow their head, have its id and no title of their own. Rows are numbered in order of
 * arrival; a removed one keeps its number, dead, until the next merge.
 */
export class DocumentStore {
  readonly ids: string[] = [];
  readonly titles: string[] = [];
  readonly priors: number[] = [];
  readonly groups = new Names();
  readonly kinds = new Names();
  readonly languages = new Names();
  readonly groupOf = new IntList();
  /** Living documents of each group. */
  readonly groupSizes: number[] = [];
  readonly kindOf = new IntList();
  readonly languageOf = new IntList();
  /** The row that stands for the whole document: itself, but for the further passages of a long body. */
  readonly headOf = new IntList();
  /** Code units of the body that a row's words were read from: its first, and the one after its last. */
  readonly passageStart = new IntList();
  readonly passageEnd = new IntList();
  /** 1 while the document exists. */
  readonly alive = new IntList();
  /** Words of document d are list[start[d]] up to list[start[d + 1]]. */
  readonly titleStart = new IntList();
  readonly titleWords = new IntList();
  readonly bodyStart = new IntList();
  readonly bodyWords = new IntList();
  /** Living rows, passages included. */
  aliveCount = 0;
  /** Living documents. */
  headCount = 0;
  /** Words in the titles and bodies of living documents, for average lengths. */
  titleTotal = 0;
  bodyTotal = 0;
  private readonly numbers = new Map<string, number>();

  constructor() {
    this.titleStart.push(0);
    this.bodyStart.push(0);
  }

  /** The number of numbers given, dead ones included. */
  get count(): number {
    return this.ids.length;
  }

  find(id: string): number {
    return this.numbers.get(id) ?? -1;
  }

  /**
   * Adds a document, or a further passage of the one added last, and returns its number. The words must be numbered
   * already.
   * @param head the document's own row; absent for that row itself
   */
  add(row: Row, titleWords: ArrayLike<number>, bodyWords: ArrayLike<number>, head?: number): number {
    const number = this.ids.push(row.id) - 1;
    const isHead = head === undefined;
    if (isHead) this.numbers.set(row.id, number);
    this.headOf.push(head ?? number);
    this.passageStart.push(row.passage.start);
    this.passageEnd.push(row.passage.end);
    this.titles.push(row.title);
    this.priors.push(row.prior);
    const group = this.groups.add(row.group);
    this.groupOf.push(group);
    this.groupSizes[group] = (this.groupSizes[group] ?? 0) + (isHead ? 1 : 0);
    if (isHead) this.headCount += 1;
    this.kindOf.push(this.kinds.add(row.kind));
    this.languageOf.push(this.languages.add(row.language));
    this.alive.push(1);
    for (let index = 0; index < titleWords.length; index++) this.titleWords.push(titleWords[index] as number);
    for (let index = 0; index < bodyWords.length; index++) this.bodyWords.push(bodyWords[index] as number);
    this.titleStart.push(this.titleWords.length);
    this.bodyStart.push(this.bodyWords.length);
    this.aliveCount += 1;
    this.titleTotal += titleWords.length;
    this.bodyTotal += bodyWords.length;
    return number;
  }

  /** Marks a document dead with all its passages, and returns their numbers; none when there is none of that id. */
  remove(id: string): number[] {
    const head = this.find(id);
    if (head < 0) return [];
    this.numbers.delete(id);
    this.groupSizes[this.groupOf.values[head]!]! -= 1;
    this.headCount -= 1;
    const rows: number[] = [];
    for (let number = head; number < this.count && this.headOf.values[number] === head; number++) {
      rows.push(number);
      this.alive.values[number] = 0;
      this.titles[number] = '';
      this.aliveCount -= 1;
      this.titleTotal -= this.titleLength(number);
      this.bodyTotal -= this.bodyLength(number);
    }
    return rows;
  }

  /** Ids of the living documents of a group. */
  idsOfGroup(group: string): string[] {
    const number = this.groups.find(group);
    if (number < 0 || this.groupSizes[number] === 0) return [];
    const ids = new Set<string>();
    for (let row = 0; row < this.count; row++)
      if (this.groupOf.values[row] === number && this.alive.values[row] === 1) ids.add(this.ids[row]!);
    return [...ids];
  }

  /** The row of a number, as it was added. */
  rowOf(number: number): Row {
    return {
      id: this.ids[number]!,
      group: this.groups.list[this.groupOf.values[number]!]!,
      kind: this.kinds.list[this.kindOf.values[number]!]!,
      language: this.languages.list[this.languageOf.values[number]!]!,
      title: this.titles[number]!,
      prior: this.priors[number]!,
      passage: { start: this.passageStart.values[number]!, end: this.passageEnd.values[number]! },
    };
  }

  titleLength(number: number): number {
    return this.titleStart.values[number + 1]! - this.titleStart.values[number]!;
  }

  bodyLength(number: number): number {
    return this.bodyStart.values[number + 1]! - this.bodyStart.values[number]!;
  }

  /** The title of the document that a row is of. */
  headTitleOf(number: number): Int32Array {
    return this.titleOf(this.headOf.values[number]!);
  }

  /** A row's own title: a further passage has none. */
  titleOf(number: number): Int32Array {
    return this.titleWords.values.subarray(
      this.titleStart.values[number],
      this.titleStart.values[number + 1],
    );
  }

  bodyOf(number: number): Int32Array {
    return this.bodyWords.values.subarray(this.bodyStart.values[number], this.bodyStart.values[number + 1]);
  }

  /** Bytes held, estimated for what lives outside typed arrays. */
  get memoryBytes(): number {
    let bytes = 0;
    for (const list of [
      this.groupOf,
      this.kindOf,
      this.languageOf,
      this.alive,
      this.headOf,
      this.passageStart,
      this.passageEnd,
    ])
      bytes += 4 * list.values.length;
    for (const list of [this.titleStart, this.titleWords, this.bodyStart, this.bodyWords]) {
      bytes += 4 * list.values.length;
    }
    for (const title of this.titles) bytes += 2 * title.length;
    return bytes + 150 * this.ids.length + 90 * this.groups.list.length;
  }
}
