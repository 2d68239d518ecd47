import { isSmallWord } from '../../core/search/engine/courtesy.ts';
import { tokenise } from '../../core/search/engine/tokens.ts';
import { stubText } from '../../core/search/engine/vocabulary.ts';

/* Texts as weighted features, and how much two have in common. Pure, and without a word of the texts themselves. */

/** A word's stub, or a run of its letters, with the number of a window's texts that have it. */
export interface Feature {
  text: string;
  isWord: boolean;
  texts: number;
  /** Its say: rare ones most (Robertson and Spärck Jones's weight, smoothed), as of when it last came or went. */
  weight: number;
  /** Its weight in the text that others are being compared with; 0 while there is none. */
  compared: number;
}

/** Words that are read of a text: what it is about is said by then. */
const maxRead = 80;
/** Different words that are kept. */
const maxWords = 32;
const gramLength = 3;
/** The part of a run of letters beside a whole word: enough that a typing error doesn't hide it. */
const gramShare = 0.35;
/** Rarity counts more than by its logarithm alone: openings and closings are in every second text. */
const power = 2.5;
/** A feature in fewer texts is no rarer: else a typing error would weigh more than what the text is about. */
const rarest = 4;

/** The folded words of a text that say something; all of them where none does. */
export const wordsOf = (text: string): string[] => {
  const { words } = tokenise(text, maxRead);
  const telling = words.filter((word) => word.length > 1 && !isSmallWord(word));
  return [...new Set(telling.length ? telling : words)].slice(0, maxWords);
};

export const stubName = (word: string): string => `=${stubText(word)}`;

/** The names of a word's features: its stub, and its runs of three letters with its edges. */
const namesOf = (word: string): string[] => {
  const edged = `_${word}_`;
  const names = [stubName(word), `=${word}=`];
  for (let from = 0; from + gramLength <= edged.length; from++)
    names.push(edged.slice(from, from + gramLength));
  return names;
};

/** All features of a window's texts. */
export class Features {
  private readonly byName = new Map<string, Feature>();
  private texts = 0;

  /** Features of the words of one text, counted for it. */
  take(words: readonly string[]): Feature[] {
    this.texts += 1;
    return [...new Set(words.flatMap(namesOf))].map((name) => {
      let feature = this.byName.get(name);
      if (!feature) {
        feature = { text: name, isWord: name.startsWith('='), texts: 0, weight: 0, compared: 0 };
        this.byName.set(name, feature);
      }
      this.count(feature, 1);
      return feature;
    });
  }

  /** Forgets those of a text that left the window. */
  drop(features: readonly Feature[]): void {
    this.texts -= 1;
    for (const feature of features) {
      this.count(feature, -1);
      if (feature.texts === 0) this.byName.delete(feature.text);
    }
  }

  find(name: string): Feature | undefined {
    return this.byName.get(name);
  }

  private count(feature: Feature, change: 1 | -1): void {
    feature.texts += change;
    const rarity = Math.log(1 + (this.texts + rarest) / Math.max(feature.texts, rarest));
    feature.weight = rarity ** power * (feature.isWord ? 1 : gramShare);
  }
}

/** A direction in the space of features: of one text, or of several that are about the same. */
export type Direction = ReadonlyMap<Feature, number>;

/** Cosine of a text to the direction that is being compared; 1 is the same. @param length of that direction */
export const cosineTo = (features: readonly Feature[], length: number): number => {
  let product = 0;
  let square = 0;
  for (const { weight, compared } of features) {
    product += weight * compared;
    square += weight * weight;
  }
  return square === 0 || length === 0 ? 0 : product / Math.sqrt(square) / length;
};

/** Compares with a direction for as long as `work` runs. */
export const comparingWith = <Result>(direction: Direction, work: (length: number) => Result): Result => {
  let square = 0;
  for (const [feature, weight] of direction) {
    feature.compared = weight;
    square += weight * weight;
  }
  const result = work(Math.sqrt(square));
  for (const feature of direction.keys()) feature.compared = 0;
  return result;
};

/** The mean direction of texts, each counting the same. */
export const meanOf = (texts: readonly (readonly Feature[])[]): Map<Feature, number> => {
  const mean = new Map<Feature, number>();
  for (const features of texts) {
    const length = Math.hypot(...features.map(({ weight }) => weight)) || 1;
    for (const feature of features)
      mean.set(feature, (mean.get(feature) ?? 0) + feature.weight / length / texts.length);
  }
  return mean;
};
