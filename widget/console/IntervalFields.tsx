import { useState } from 'preact/hooks';
import type { Interval } from '../../shared/core/people/hours.ts';
import { fill } from '../core/text/fill.ts';
import { useTexts } from './context.ts';

const isNight = ({ from, to }: Interval): boolean => to < from;

/**
 * From when until when. An end before the beginning is the next day's or a slip of the finger: it is asked which, and
 * nothing changes until that is said. Midnight as an end is `24:00` for the server and `00:00` in a time field.
 */
export const IntervalFields = ({
  day,
  nextDay,
  interval,
  onInterval,
  onRemove,
}: {
  day: string;
  /** The day on which what goes on past midnight ends, in short. */
  nextDay: string;
  interval: Interval;
  onInterval(interval: Interval): void;
  onRemove(): void;
}) => {
  const { texts } = useTexts();
  /** A typed interval that may be meant otherwise. */
  const [asked, setAsked] = useState<Interval | null>(null);
  const { from, to } = asked ?? interval;
  const change = (part: Partial<Interval>): void => {
    const next = { from, to, ...part };
    const mustAsk = isNight(next) && !isNight(interval);
    setAsked(mustAsk ? next : null);
    if (!mustAsk) onInterval(next);
  };
  return (
    <span class="interval">
      <input
        type="time"
        aria-label={fill(texts.day_from, { day })}
        value={from}
        onInput={({ currentTarget: { value } }) => value && change({ from: value })}
      />
      <span aria-hidden="true">–</span>
      <input
        type="time"
        aria-label={fill(texts.day_to, { day })}
        value={to === '24:00' ? '00:00' : to}
        onInput={({ currentTarget: { value } }) =>
          value && change({ to: value === '00:00' ? '24:00' : value })
        }
      />
      {!asked && isNight(interval) && <span class="quiet">{nextDay}</span>}
      <button type="button" class="small" aria-label={fill(texts.removeTimeOn, { day })} onClick={onRemove}>
        ×
      </button>
      <span class="night" role="status">
        {asked && (
          <>
            {fill(texts.untilNextDay, { day: nextDay })}{' '}
            <button
              type="button"
              class="small"
              onClick={() => {
                onInterval(asked);
                setAsked(null);
              }}
            >
              {texts.untilNextDayYes}
            </button>
            <button type="button" class="small" onClick={() => setAsked(null)}>
              {texts.untilNextDayNo}
            </button>
          </>
        )}
      </span>
    </span>
  );
};
