import { type RatingScale, ratingFor, valuesOf } from '../../shared/core/conversations/ratingScale.ts';
import { fill } from '../core/pages/texts.ts';
import type { CsatTexts } from './textShape.ts';

/** One answer of a scale, as mail and page show it. */
export interface ScaleChoice {
  value: number;
  /** A picture in letters, beside words that say the same. */
  sign: string;
  label: string;
}

const signs = {
  faces: { good: '🙂', okay: '😐', bad: '🙁' },
  thumbs: { good: '👍', okay: '', bad: '👎' },
} as const;

/** The answers of a scale in the order they are shown in. */
export const choicesOf = (scale: RatingScale, texts: CsatTexts): ScaleChoice[] =>
  valuesOf(scale).map((value) => {
    const rating = ratingFor({ scale, value });
    return scale === 'stars'
      ? { value, sign: '★', label: fill(texts.stars, { value }) }
      : { value, sign: signs[scale][rating], label: texts[rating] };
  });
