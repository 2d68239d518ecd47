/** Scales that an owner can ask visitors to rate conversations on. */
export const ratingScales = ['faces', 'stars', 'thumbs'] as const;
export type RatingScale = (typeof ratingScales)[number];

/** The best value of each scale; the worst is 1. */
export const bestOf: Readonly<Record<RatingScale, number>> = { faces: 3, stars: 5, thumbs: 2 };

/** A rating as the visitor gave it. */
export interface ScaledRating {
  scale: RatingScale;
  value: number;
}

/** Values of a scale in the order they are shown in: faces and thumbs begin with the good one, stars count up. */
export const valuesOf = (scale: RatingScale): number[] => {
  const values = Array.from({ length: bestOf[scale] }, (_, index) => index + 1);
  return scale === 'stars' ? values : values.reverse();
};

/**
 * The rating that a value of a scale counts as. Satisfied are the two best of five stars, the usual "top two boxes" of
 * CSAT; the middle one is neither.
 */
export const ratingFor = ({ scale, value }: ScaledRating): 'good' | 'okay' | 'bad' => {
  if (value > (scale === 'stars' ? 3 : bestOf[scale] - 1)) return 'good';
  return scale !== 'thumbs' && value === (scale === 'stars' ? 3 : 2) ? 'okay' : 'bad';
};

/** A rating on the scale of faces, for those that were given before there were others. */
export const faceOf = (rating: 'good' | 'okay' | 'bad'): ScaledRating => ({
  scale: 'faces',
  value: { good: 3, okay: 2, bad: 1 }[rating],
});

/** A rating can be changed for so long after it was given, or after the conversation was closed again, milliseconds. */
export const ratingChangeableFor = 14 * 24 * 3_600_000;
