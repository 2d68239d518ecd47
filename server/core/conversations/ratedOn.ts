import {
  faceOf,
  type RatingScale,
  type ScaledRating,
} from '../../../shared/core/conversations/ratingScale.ts';
import type { Rating } from '../../../shared/core/conversations/schema.ts';

/** A stored rating on its scale. */
export const ratedOn = ({
  rating,
  ratingScale,
  ratingValue,
}: {
  rating: Rating;
  ratingScale: RatingScale | null;
  ratingValue: number | null;
}): ScaledRating =>
  ratingScale && ratingValue !== null ? { scale: ratingScale, value: ratingValue } : faceOf(rating);
