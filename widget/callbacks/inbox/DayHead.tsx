import { currentZone } from '../../../shared/core/people/zones.ts';
import type { CallDay } from '../../../shared/callbacks/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import { clock, shiftDay, zoneName } from './times.ts';
import type { StaffWords } from './words.ts';

/** The buttons and the field that lead to another day. */
export const DayChoice = ({
  shown,
  words,
  onDay,
}: {
  shown: string;
  words: StaffWords;
  /** @param day null for today, whichever that is */
  onDay(day: string | null): void;
}) => (
  <div class="row-of-buttons">
    <button type="button" aria-label={words.before} onClick={() => onDay(shiftDay(shown, -1))}>
      <span class="turns">‹</span>
    </button>
    <button type="button" onClick={() => onDay(null)}>
      {words.today}
    </button>
    <button type="button" aria-label={words.after} onClick={() => onDay(shiftDay(shown, 1))}>
      <span class="turns">›</span>
    </button>
    <input
      type="date"
      aria-label={words.day}
      value={shown}
      onChange={(event) => {
        if (event.currentTarget.value) onDay(event.currentTarget.value);
      }}
    />
  </div>
);

/** When calls can be made on a day, with the zone where it is not the reader's. */
export const OpeningHours = ({ found, words, zone }: { found: CallDay; words: StaffWords; zone: string }) => {
  const { tag } = useLanguage();
  const own = currentZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (
    <p class="quiet">
      {found.hours.length === 0
        ? words.noHours
        : fill(words.hours, {
            hours: found.hours
              .map(({ start, end }) => `${clock(tag, start, zone)}–${clock(tag, end, zone)}`)
              .join(', '),
          })}
      {own !== zone && ` · ${fill(words.zoneNote, { zone: zoneName(zone) })}`}
    </p>
  );
};
