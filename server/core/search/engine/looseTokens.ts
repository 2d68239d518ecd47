import { isSmallSegment } from './courtesy.ts';
import { isSpaceless, type Tokens } from './tokens.ts';

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * The pairs of Chinese and Japanese characters that say nothing by themselves: those that reach from one word into the
 * next, which stand nowhere else unless by chance, and those of small words ("how", "please"). An index holds all pairs
 * alike, since dictionaries part the same word in more than one way; what is asked is weighed by them.
 * @returns the places of such tokens
 */
export const looseTokens = (text: string, { words, starts, ends }: Tokens): ReadonlySet<number> => {
  const loose = new Set<number>();
  if (!words.some(isSpaceless)) return loose;
  const segments = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
  let next = 0;
  for (let place = 0; place < words.length; place++) {
    if (!isSpaceless(words[place] as string)) continue;
    const [start, end] = [starts[place] as number, ends[place] as number];
    while (next < segments.length && endOf(segments[next] as Intl.SegmentData) <= start) next += 1;
    const segment = segments[next];
    if (!segment || end > endOf(segment) || isSmallSegment(segment.segment)) loose.add(place);
  }
  return loose;
};

const endOf = ({ index, segment }: Intl.SegmentData): number => index + segment.length;
