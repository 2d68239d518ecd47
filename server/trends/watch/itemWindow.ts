import {
  comparingWith,
  cosineTo,
  type Direction,
  type Feature,
  Features,
  meanOf,
  stubName,
  wordsOf,
} from './features.ts';
import { burstWindow, chanceOf, fewestPeople, isBurst } from './tail.ts';

/** Items are remembered so long, milliseconds: what is usual is learned from them. */
export const memory = 14 * 24 * 3_600_000;
/** Items of one language that are remembered at the most; the oldest go first. */
export const maxItems = 8_000;
/** Items of a burst that are looked at. */
const maxMembers = 200;
/** Cosine from which two texts are about the same. */
const similar = 0.3;
/** Times that a burst may grow by what is near to all of it. */
const rounds = 4;
/** Cosine to what a burst's people have in common from which a later text belongs to it: there's less of it. */
const belongs = 0.27;
const hour = 3_600_000;
const week = 7 * 24 * hour;
/** Features by which later items are known to be about the same. */
const maxSignature = 80;
const maxTitleWords = 5;

export interface WatchedItem {
  id: string;
  at: number;
  /** Counts once, however often they write. */
  person: string;
  text: string;
}

/** An item of a window, without its text. */
export interface WindowItem {
  id: string;
  at: number;
  person: string;
  words: readonly string[];
  features: readonly Feature[];
}

/** By which later items are known to be about the same: names of features, and weights. */
export type Signature = [name: string, weight: number][];

export interface Burst {
  /** Ids of its items, the oldest first. */
  items: string[];
  people: number;
  /** The probability that it is chance. */
  chance: number;
  /** Items that are usual in such a window. */
  usual: number;
  /** Words that more than one of its people used, the most telling first. */
  words: string[];
  signature: Signature;
}

/** The items of one language in the order in which they came. What is similar is found as it comes. */
export class ItemWindow {
  private readonly features = new Features();
  private readonly items: WindowItem[] = [];

  get size(): number {
    return this.items.length;
  }

  /** Takes an item in; what is older than is remembered goes. */
  add({ id, at, person, text }: WatchedItem): WindowItem {
    const words = wordsOf(text);
    const item = { id, at, person, words, features: this.features.take(words) };
    this.items.splice(this.placeOf(at + 1), 0, item);
    const gone = Math.max(this.placeOf(at - memory), this.items.length - maxItems, 0);
    for (const { features } of this.items.splice(0, gone)) this.features.drop(features);
    return item;
  }

  /** Takes out what came since an instant and isn't there any more: erased, taken back, or counted as something else. */
  keepOnly(since: number, ids: ReadonlySet<string>): void {
    const start = this.placeOf(since);
    const recent = this.items.splice(start);
    for (const item of recent) {
      if (ids.has(item.id)) this.items.push(item);
      else this.features.drop(item.features);
    }
  }

  /** Whether an item is about what a signature stands for. */
  isAbout({ features }: WindowItem, signature: Signature): boolean {
    const direction = new Map<Feature, number>();
    // What is in no text of the window belongs to the length all the same: a share of it is not all of it.
    let missing = 0;
    for (const [name, weight] of signature) {
      const feature = this.features.find(name);
      if (feature) direction.set(feature, weight);
      else missing += weight * weight;
    }
    return (
      comparingWith(direction, (length) => cosineTo(features, Math.sqrt(length * length + missing))) >=
      belongs
    );
  }

  /** Looks at the item that came last: the burst that it makes, or null. @param looks items of a week, of all languages */
  look(last: WindowItem, looks: number): Burst | null {
    if (last.features.length === 0) return null;
    const start = this.placeOf(last.at - burstWindow);
    const recent = this.items.slice(start, this.placeOf(last.at + 1));
    // Around the item itself, then around all that was found: different words for it come together so.
    let members = this.nearTo(meanOf([last.features]), recent);
    let centre: Direction = new Map();
    for (let round = 0; round < rounds; round++) {
      centre = meanOf(members.slice(-maxMembers).map(({ features }) => features));
      const near = this.nearTo(centre, recent);
      const isSettled = near.length === members.length;
      members = near;
      if (isSettled) break;
    }
    const people = new Set(members.map(({ person }) => person)).size;
    if (people < fewestPeople) return null;
    const past = this.items.slice(0, start);
    const before = this.nearTo(centre, past).length;
    const besides = recent.length - members.length;
    const coming = Math.max(this.usualAt(last.at, past), besides, 1);
    const counted = { people, before, allBefore: past.length, coming };
    if (!isBurst({ ...counted, looks })) return null;
    return {
      items: members.map(({ id }) => id),
      people,
      chance: chanceOf(counted),
      usual: past.length ? (before / past.length) * coming : 0,
      words: this.titleWords(members),
      signature: this.signatureOf(centre, members),
    };
  }

  /** Items of the last week, for the number of looks. */
  itemsInWeek(now: number): number {
    return this.items.length - this.placeOf(now - week);
  }

  /** Index of the first item at or after an instant. */
  private placeOf(at: number): number {
    let [low, high] = [0, this.items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.items[middle]?.at ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private nearTo(direction: Direction, among: readonly WindowItem[]): WindowItem[] {
    return comparingWith(direction, (length) =>
      among.filter(({ features }) => cosineTo(features, length) >= similar),
    );
  }

  /** Items that usually come in a window that ends at an instant, by the hours of the day. */
  private usualAt(now: number, past: readonly WindowItem[]): number {
    const first = past[0];
    if (!first) return 0;
    const days = Math.max(1, (now - burstWindow - first.at) / (24 * hour));
    const hourOf = (at: number): number => Math.floor(at / hour) % 24;
    const byHour = Array.from({ length: 24 }, () => 0);
    for (const { at } of past) byHour[hourOf(at)] = (byHour[hourOf(at)] ?? 0) + 1;
    const hours = Math.round(burstWindow / hour);
    let sum = 0;
    // The window ends within an hour: its first and its last are there in part.
    const part = (now % hour) / hour;
    for (let back = 0; back <= hours; back++)
      sum +=
        (byHour[(hourOf(now) - back + 24) % 24] ?? 0) * (back === 0 ? part : back === hours ? 1 - part : 1);
    return sum / days;
  }

  private titleWords(members: readonly WindowItem[]): string[] {
    const people = new Map<string, Set<string>>();
    for (const { words, person } of members)
      for (const word of words) people.set(word, (people.get(word) ?? new Set()).add(person));
    const shown = [...people].filter(([, who]) => who.size > 1);
    return shown
      .map(([word, who]) => ({ word, weight: who.size * this.weightOfWord(word) }))
      .sort((one, other) => other.weight - one.weight)
      .slice(0, maxTitleWords)
      .map(({ word }) => word);
  }

  private weightOfWord(word: string): number {
    return this.features.find(stubName(word))?.weight ?? 0;
  }

  /** Features that more than one person wrote, and nothing that only one did: it is kept for longer than their words. */
  private signatureOf(centre: Direction, members: readonly WindowItem[]): Signature {
    const people = new Map<Feature, Set<string>>();
    for (const { features, person } of members)
      for (const feature of features) people.set(feature, (people.get(feature) ?? new Set()).add(person));
    return [...centre]
      .filter(([feature]) => (people.get(feature)?.size ?? 0) > 1)
      .sort(([, one], [, other]) => other - one)
      .slice(0, maxSignature)
      .map(([{ text }, weight]) => [text, Number(weight.toFixed(4))]);
  }
}
