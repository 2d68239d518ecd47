import { currentZone } from '../../../shared/core/people/zones.ts';
import type { CallbackDay } from '../../../shared/callbacks/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import { clock, shiftDay, zoneName } from './times.ts';
import type { StaffTexts } from './texts.ts';

/** The buttons and the field that lead to another day. */
export const DayChoice = ({
  shown,
  texts,
  onDay,
}: {
  shown: string;
  texts: StaffTexts;
  /** @param day null for today, whichever that is */
  onDay(day: string | null): void;
}) => (
  <div class="row-of-buttons">
    <button type="button" aria-label={texts.before} onClick={() => onDay(shiftDay(shown, -1))}>
      <span class="turns">‹</span>
    </button>
    <button type="button" onClick={() => onDay(null)}>
      {texts.today}
    </button>
    <button type="button" aria-label={texts.after} onClick={() => onDay(shiftDay(shown, 1))}>
      <span class="turns">›</span>
    </button>
    <input
      type="date"
      aria-label={texts.day}
      value={shown}
      onChange={(event) => {
        if (event.currentTarget.value) onDay(event.currentTarget.value);
      }}
    />
  </div>
);

/** When calls can be made on a day, with the zone where it is not the reader's. */
export const OpeningHours = ({
  found,
  texts,
  zone,
}: {
  found: CallbackDay;
  texts: StaffTexts;
  zone: string;
}) => {
  const { tag } = useLanguage();
  const own = currentZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (
    <p class="quiet">
      {found.hours.length === 0
        ? texts.noHours
        : fill(texts.hours, {
            hours: found.hours
              .map(({ start, end }) => `${clock(tag, start, zone)}–${clock(tag, end, zone)}`)
              .join(', '),
          })}
      {own !== zone && ` · ${fill(texts.zoneNote, { zone: zoneName(zone) })}`}
    </p>
  );
};
