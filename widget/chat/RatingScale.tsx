import {
  ratingFor,
  type RatingScale as Scale,
  type ScaledRating,
  valuesOf,
} from '../../shared/core/conversations/ratingScale.ts';
import { Icon } from '../core/ui/parts.tsx';
import { faces, star, thumbs } from './icons.ts';
import type { Translate } from './texts.ts';

/** The buttons of the owner's scale: three faces, five stars, or two thumbs. */
export const RatingScale = ({
  scale,
  given,
  text,
  onRate,
}: {
  scale: Scale;
  /** The rating so far; one on another scale presses no button of this one. */
  given: ScaledRating | undefined;
  text: Translate;
  onRate(value: number): void;
}) => {
  const chosen = given?.scale === scale ? given.value : 0;
  return (
    <div class={`scores ${scale}`}>
      {valuesOf(scale).map((value) => {
        const rating = ratingFor({ scale, value });
        const isStar = scale === 'stars';
        const paths = { ...faces, ...(scale === 'thumbs' && thumbs) };
        return (
          <button
            key={value}
            type="button"
            class={isStar && value <= chosen ? 'lit' : undefined}
            aria-pressed={value === chosen}
            aria-label={isStar ? text('starsOf', { value }) : undefined}
            onClick={() => onRate(value)}
          >
            <Icon path={isStar ? star : paths[rating]} />
            {isStar ? value : text(rating)}
          </button>
        );
      })}
    </div>
  );
};
