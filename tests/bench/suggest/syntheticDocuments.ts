import type { SearchDocument } from '../../../server/core/search/engine/searchTypes.ts';
import { seededRandom } from './statistics.ts';

const vocabularySize = 103_000;

/**
 * Documents of made-up words: titles of about 8 and bodies of about 84 words, Zipf-distributed over a vocabulary
 * of 103,000. Letters follow how often English uses them, so that letter pairs are as unevenly spread as in text.
 */
export function syntheticDocuments(count: number): SearchDocument[] {
  const random = seededRandom(5);
  const words = makeWords(random);
  const cumulative = new Float64Array(words.length);
  let total = 0;
  for (let rank = 0; rank < words.length; rank++) {
    total += 1 / (rank + 2.7);
    cumulative[rank] = total;
  }
  const text = (length: number) =>
    Array.from({ length }, () => words[draw(cumulative, random() * total)]).join(' ');
  return Array.from({ length: count }, (_, number) => ({
    id: `document-${number}`,
    group: `document-${number}`,
    kind: 'question',
    language: 'xx',
    title: text(5 + Math.floor(random() * 7)),
    body: text(60 + Math.floor(random() * 49)),
  }));
}

const vowels = 'eeeeeeeeeeeeaaaaaaaaooooooooiiiiiiiuuu';
const onsets =
  't t t n n s s s r r h h l l d d c c m m f p p g b b v k w y j z th st ch tr pr sh br cl gr pl fr sp qu'.split(
    ' ',
  );
const codas = 'n n r r s s t d l m ng st nt ck nd x ll p'.split(' ');

function makeWords(random: () => number): string[] {
  const pick = <Item>(items: ArrayLike<Item>) => items[Math.floor(random() * items.length)]!;
  const known = new Set<string>();
  while (known.size < vocabularySize) {
    // Common words are short, rare ones long.
    const syllables = 1 + Math.floor(random() * (1 + Math.min(3, known.size / 2000)));
    let word = random() < 0.2 ? pick(vowels) : '';
    for (let syllable = 0; syllable < syllables; syllable++) {
      word += pick(onsets) + pick(vowels) + (random() < 0.4 ? pick(codas) : '');
    }
    known.add(word);
  }
  return [...known];
}

function draw(cumulative: Float64Array, target: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! < target) low = middle + 1;
    else high = middle;
  }
  return low;
}
