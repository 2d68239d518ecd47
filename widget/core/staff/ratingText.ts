import type { ScaledRating } from '../../../shared/core/conversations/ratingScale.ts';
import { fill } from '../text/fill.ts';
import type { InboxTexts } from './i18n.ts';

/** A rating in words; stars say how many. */
export const ratingText = (
  texts: InboxTexts,
  score: 'good' | 'okay' | 'bad',
  { scale, value }: ScaledRating,
): string =>
  scale === 'stars'
    ? fill(texts.rating_stars, { rating: texts[`rating_${score}`], value })
    : texts[`rating_${score}`];
