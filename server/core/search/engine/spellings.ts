// biome-ignore-all lint/style/noNonNullAssertion: every token has a start and an end

import type { Derived } from './derived.ts';
import { onOtherKeyboards } from './otherKeyboard.ts';
import { SoundTable } from './soundTable.ts';
import { isSpaceless, tokenise } from './tokens.ts';
import { stubLength, type Vocabulary } from './vocabulary.ts';

/** Code units and words of a text that are read another way: a misread handbook helps nobody. */
const longestText = 300;
const maxWords = 24;
/** Share of a text's letters in words that the index knows, from which another spelling of it is worth a search. */
const leastKnown = 0.55;
/** The least by which that share must exceed the typed text's. */
const leastGain = 0.3;
/** Fewest letters of a word that is taken apart, and of its parts. */
const shortestCompound = 6;
const shortestPart = 2;

/** Two letters for one with a mark: German and Nordic, the x-system of Esperanto. */
const digraphs: [RegExp, string][] = [
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/aa/g, 'a'],
  [/([cghjsu])x/g, '$1'],
];

/** Other ways to read a text of which the index knows little: typed on another keyboard, in other letters, run together. */
export class Spellings {
  private readonly sounds: SoundTable;
  private readonly vocabulary: Vocabulary;
  private readonly derived: Derived;

  constructor(vocabulary: Vocabulary, derived: Derived) {
    this.vocabulary = vocabulary;
    this.derived = derived;
    this.sounds = new SoundTable(vocabulary);
  }

  /** The spelling that the index knows best; null where none is much better than the text itself. */
  bestOf(text: string): string | null {
    if (text.length > longestText) return null;
    const typed = this.knownShare(text);
    let best: string | null = null;
    let most = Math.max(leastKnown, typed + leastGain);
    const isKnown = (word: string): boolean => this.knownShare(word) > 0.9;
    for (const spelling of [...onOtherKeyboards(text, isKnown), this.reworded(text)]) {
      const share = this.knownShare(spelling);
      if (share >= most && spelling !== text) [best, most] = [spelling, share + 1e-9];
    }
    return best;
  }

  /** Share of a text's letters that stand in words of the index. */
  private knownShare(text: string): number {
    const { words, open } = tokenise(text, maxWords);
    let known = 0;
    let total = 0;
    for (const [place, word] of words.entries()) {
      total += word.length;
      if (this.isKnown(word, open && place === words.length - 1)) known += word.length;
    }
    return total === 0 ? 0 : known / total;
  }

  private isKnown(word: string, open: boolean): boolean {
    if (this.frequencyOf(this.vocabulary.find(word)) > 0) return true;
    // An inflection of a known word is known.
    if (
      word.length >= stubLength &&
      this.derived.anyFrequency.frequencyOf(this.vocabulary.findStub(word)) > 0
    )
      return true;
    return open && word.length > 1 && this.goesOn(word);
  }

  private goesOn(word: string): boolean {
    return this.vocabulary.countLonger(word, 1, (number) => this.frequencyOf(number) > 0) > 0;
  }

  private frequencyOf(word: number): number {
    return this.derived.wordFrequency.frequencyOf(word);
  }

  /** A text with each word that the index does not know put as one that it does. */
  private reworded(text: string): string {
    const { words, starts, ends, open } = tokenise(text, maxWords);
    let result = '';
    let at = 0;
    for (let place = 0; place < words.length; place++) {
      const isLast = open && place === words.length - 1;
      const together = place + 1 < words.length ? words[place]! + words[place + 1]! : '';
      result += text.slice(at, starts[place]);
      at = ends[place]!;
      if (this.isKnown(words[place]!, isLast)) result += text.slice(starts[place], at);
      else if (together && this.frequencyOf(this.vocabulary.find(together)) > 0) {
        result += together;
        at = ends[++place]!;
      } else result += this.instead(words[place]!, isLast) ?? text.slice(starts[place], at);
    }
    return result + text.slice(at);
  }

  private instead(word: string, open: boolean): string | null {
    if (isSpaceless(word)) return null;
    for (const [pattern, letter] of digraphs) {
      const marked = word.replace(pattern, letter);
      if (marked !== word && this.isKnown(marked, open)) return marked;
    }
    const alike = this.sounds
      .find(word, open)
      .sort((one, other) => this.frequencyOf(other) - this.frequencyOf(one));
    if (alike[0] !== undefined) return this.vocabulary.words[alike[0]]!;
    return this.apart(word, open);
  }

  /** Words run together, taken apart: the fewest known ones that make up the whole. */
  private apart(word: string, open: boolean): string | null {
    if (word.length < shortestCompound) return null;
    const best: (string[] | null)[] = [[]];
    for (let end = 1; end <= word.length; end++) {
      best[end] = null;
      for (let start = 0; start <= end - shortestPart; start++) {
        const before = best[start];
        if (!before || before.length + 1 >= (best[end]?.length ?? Number.POSITIVE_INFINITY)) continue;
        const part = word.slice(start, end);
        const isPart = this.frequencyOf(this.vocabulary.find(part)) > 0;
        const goesOn = open && end === word.length && part.length > 2 && this.goesOn(part);
        if (isPart || goesOn) best[end] = [...before, part];
      }
    }
    const parts = best[word.length];
    return parts && parts.length > 1 && parts.length <= word.length / 3 ? parts.join(' ') : null;
  }
}
