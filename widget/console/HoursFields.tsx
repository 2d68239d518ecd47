import type { Hours, Interval } from '../../shared/core/people/hours.ts';
import { fill } from '../core/text/fill.ts';
import { useTexts } from './context.ts';
import { IntervalFields } from './IntervalFields.tsx';
import { refusalText } from './refusalText.ts';
import { ZoneField } from './ZoneField.tsx';

/** Names of the days, Monday first. 1 January 2024 was a Monday. */
const dayNames = (tag: string, weekday: 'long' | 'short'): string[] => {
  const format = new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2024, 0, 1 + index)));
};

/** The times of one day. */
export const Intervals = ({
  day,
  nextDay,
  intervals,
  onIntervals,
}: {
  day: string;
  /** The day on which what goes on past midnight ends, in short. */
  nextDay: string;
  intervals: readonly Interval[];
  onIntervals(intervals: Interval[]): void;
}) => {
  const { texts } = useTexts();
  return (
    <div class="intervals">
      {intervals.length === 0 && <span class="quiet">{texts.closedAllDay}</span>}
      {intervals.map((interval, index) => (
        <IntervalFields
          key={`${index}`}
          day={day}
          nextDay={nextDay}
          interval={interval}
          onInterval={(value) => onIntervals(intervals.map((one, at) => (at === index ? value : one)))}
          onRemove={() => onIntervals(intervals.filter((_, at) => at !== index))}
        />
      ))}
      {intervals.length < 6 && (
        <button
          type="button"
          class="small"
          aria-label={fill(texts.addTimeOn, { day })}
          onClick={() => {
            const last = intervals.at(-1)?.to;
            onIntervals([
              ...intervals,
              last === undefined || last >= '23:00'
                ? { from: '09:00', to: '17:00' }
                : { from: last, to: last < '17:00' ? '17:00' : '24:00' },
            ]);
          }}
        >
          +
        </button>
      )}
    </div>
  );
};

/** Zone and week; the days that differ are the console's. */
export const HoursFields = ({
  hours,
  refused,
  set,
}: {
  hours: Hours;
  refused(path: string): string | undefined;
  set(hours: Hours): void;
}) => {
  const { texts, tag } = useTexts();
  const names = dayNames(tag, 'long');
  const short = dayNames(tag, 'short');
  const setDay = (index: number, intervals: Interval[]): void =>
    set({ ...hours, week: hours.week.map((one, at) => (at === index ? intervals : one)) });
  return (
    <>
      <ZoneField zone={hours.zone} refused={refused('zone')} onZone={(zone) => set({ ...hours, zone })} />
      <fieldset>
        <legend>{texts.week}</legend>
        <p class="quiet">{texts.weekHint}</p>
        <ul class="plain-list days">
          {names.map((name, index) => {
            const code = refused(`week.${index}`);
            return (
              <li key={name} class={code ? 'day bad' : 'day'}>
                <span class="day-name">{name}</span>
                <Intervals
                  day={name}
                  nextDay={short[(index + 1) % 7] ?? ''}
                  intervals={hours.week[index] ?? []}
                  onIntervals={(intervals) => setDay(index, intervals)}
                />
                {code && <p class="bad-words">{refusalText(texts, 'invalid')}</p>}
              </li>
            );
          })}
        </ul>
        <button
          type="button"
          onClick={() =>
            set({ ...hours, week: hours.week.map((one, index) => (index < 5 ? (hours.week[0] ?? []) : one)) })
          }
        >
          {texts.copyMonday}
        </button>
      </fieldset>
    </>
  );
};
