import { useId } from 'preact/hooks';
import type { Moment } from '../../../shared/nps/schema.ts';
import type { StaffTexts } from './texts.ts';

/** Two days of the site's zone, both included; empty while one is not chosen. */
export interface Days {
  from: string;
  until: string;
}

/** The day that an instant is in, as date fields write it. */
export const dayOf = (at: number, zone: string): string =>
  // Sweden writes dates as ISO 8601 does.
  new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short' }).format(at);

/** The query of chosen days; without what is not chosen. */
export const asQuery = ({ from, until }: Partial<Days>): { from?: Moment; until?: Moment } => ({
  ...(from && { from }),
  ...(until && { until }),
});

/** True for two days that are no time: said, and not asked for. */
export const isBackwards = ({ from, until }: Days): boolean => Boolean(from && until && until < from);

/** From a day to a day. */
export const DaysFields = ({
  legend,
  days,
  texts,
  onDays,
}: {
  legend: string;
  days: Days;
  texts: StaffTexts;
  onDays(days: Days): void;
}) => {
  const wrong = useId();
  return (
    <fieldset class="days">
      <legend>{legend}</legend>
      {(['from', 'until'] as const).map((key) => (
        <label key={key}>
          <span>{texts[key === 'from' ? 'from' : 'to']}</span>
          <input
            type="date"
            value={days[key]}
            aria-invalid={isBackwards(days)}
            aria-describedby={wrong}
            onChange={(event) => onDays({ ...days, [key]: event.currentTarget.value })}
          />
        </label>
      ))}
      <p id={wrong} class="wrong" role="status">
        {isBackwards(days) && texts.timeOrder}
      </p>
    </fieldset>
  );
};
