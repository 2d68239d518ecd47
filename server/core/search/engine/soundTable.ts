// biome-ignore-all lint/style/noNonNullAssertion: lists of one table are as long as each other

import { consonantsOf, type Script, scriptOf, scripts, soundOf } from './romanised.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Fewest letters of a sound by which a word is found; fewer are many words. */
const shortestSound = 2;
/** Fewest consonants by which a word is found without its vowels. */
const fewestConsonants = 3;
/** Words that an unfinished one may become, at the most: the first of the alphabet. */
const maxWords = 200;

/** The first letter of Greek: all those scripts come after it. */
const firstLetter = 0x370;
/** Words that are taken in for one look-up, so that it never takes long: a large vocabulary is read in several. */
const maxRead = 8_000;

const add = (table: Map<string, number[]>, key: string, word: number): void => {
  const known = table.get(key);
  if (known) known.push(word);
  else table.set(key, [word]);
};

/** The words of a vocabulary by how they sound, for texts written in another alphabet. Made when it is first asked for. */
export class SoundTable {
  private readonly sounds = new Map<Script, Map<string, number[]>>();
  private readonly consonants = new Map<Script, Map<string, number[]>>();
  /** Words of Latin letters, by how they would sound in each script. */
  private readonly latin = new Map<Script, Map<string, number[]>>();
  private sorted = new Map<Script, string[]>();
  private read = 0;
  private readonly readLatinOf = new Map<Script, number>();
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    for (const script of scripts)
      for (const tables of [this.sounds, this.consonants, this.latin]) tables.set(script, new Map());
  }

  /** Words that a word of the other alphabet may stand for, in no order. @param open whether it may go on */
  find(word: string, open: boolean): number[] {
    const own = scriptOf(word);
    if (own) {
      this.readLatin(own);
      return this.latin.get(own)!.get(soundOf(word, own))?.slice() ?? [];
    }
    this.readScripts();
    return scripts.flatMap((script) => this.findIn(script, soundOf(word, script), open));
  }

  private findIn(script: Script, sound: string, open: boolean): number[] {
    if (sound.length < shortestSound) return [];
    const exact = this.sounds.get(script)!.get(sound);
    if (exact) return exact;
    if (open) {
      const longer = this.startingWith(script, sound);
      if (longer.length > 0) return longer;
    }
    const consonants = consonantsOf(sound, script);
    return consonants.length < fewestConsonants ? [] : (this.consonants.get(script)!.get(consonants) ?? []);
  }

  private startingWith(script: Script, sound: string): number[] {
    const table = this.sounds.get(script)!;
    let sorted = this.sorted.get(script);
    if (!sorted) {
      sorted = [...table.keys()].sort();
      this.sorted.set(script, sorted);
    }
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < sound) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let place = low; place < sorted.length && sorted[place]!.startsWith(sound); place++) {
      found.push(...table.get(sorted[place]!)!);
      if (found.length >= maxWords) break;
    }
    return found;
  }

  /** Takes in some of the words in those scripts that the vocabulary has got since. */
  private readScripts(): void {
    const { words } = this.vocabulary;
    const end = Math.min(words.length, this.read + maxRead);
    if (this.read < end) this.sorted = new Map();
    for (; this.read < end; this.read++) {
      const word = words[this.read]!;
      const script = word.charCodeAt(0) < firstLetter ? undefined : scriptOf(word);
      if (!script) continue;
      const sound = soundOf(word, script);
      add(this.sounds.get(script)!, sound, this.read);
      add(this.consonants.get(script)!, consonantsOf(sound, script), this.read);
    }
  }

  /** Takes in some of the words in Latin letters that the vocabulary has got since, as one script sounds them. */
  private readLatin(script: Script): void {
    const { words } = this.vocabulary;
    const from = this.readLatinOf.get(script) ?? 0;
    const end = Math.min(words.length, from + maxRead);
    for (let word = from; word < end; word++)
      if (/^[a-z]{3,}$/.test(words[word]!)) add(this.latin.get(script)!, soundOf(words[word]!, script), word);
    this.readLatinOf.set(script, end);
  }
}
