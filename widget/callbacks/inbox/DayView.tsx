import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { getCallDay } from '../../../shared/callbacks/routes.ts';
import type { CallDay, Slot, StaffCall } from '../../../shared/callbacks/schema.ts';
import { isClosed } from '../../../shared/callbacks/machine.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import { go } from '../../core/staff/router.ts';
import { stateText } from './CallbackPanel.tsx';
import { useFeatureWords } from '../../core/staff/words.ts';
import './styles.ts';
import { clock, countdown, dayOf, shiftDay, whenIn, zoneName } from './times.ts';
import { type StaffWords, words as callWords } from './words.ts';

/** The slots of a day, with those that calls were moved to by hand. */
const slotsOf = ({ hours, slotMinutes, calls }: CallDay): Slot[] => {
  const length = slotMinutes * 60_000;
  const found = new Map<number, Slot>();
  for (const { start, end } of hours)
    for (let at = start; at + length <= end; at += length) found.set(at, { start: at, end: at + length });
  for (const { dueAt } of calls) {
    const at = dueAt!;
    const inside = [...found.values()].some(({ start, end }) => start <= at && at < end);
    if (!inside) found.set(at, { start: at, end: at + length });
  }
  return [...found.values()].sort((one, other) => one.start - other.start);
};

const CallRow = ({
  call,
  words,
  zone,
  day,
}: {
  call: StaffCall;
  words: StaffWords;
  zone: string;
  /** An instant of the day that is shown anyway. */
  day: number;
}) => {
  const staff = useStaff();
  const { texts, tag } = useLanguage();
  const now = staff.now.value;
  const isLate = !isClosed(call.state) && call.state !== 'calling' && call.dueAt !== null && call.dueAt < now;
  return (
    <li>
      <button
        type="button"
        class="call-row"
        onClick={() => {
          go('/inbox');
          staff.open(call.conversation);
        }}
      >
        <span class="time">{call.dueAt !== null && whenIn(tag, call.dueAt, day, zone)}</span>
        <strong dir="auto">{call.name || texts.anonymous}</strong>
        <bdi dir="ltr" class="quiet">
          {call.written}
        </bdi>
        {call.topic && (
          <span dir="auto" class="quiet">
            {call.topic}
          </span>
        )}
        <span class={`chip ${isLate ? 'red' : 'grey'}`}>{stateText(words, call)}</span>
        {isLate && <span class="late">{countdown(words, tag, call.dueAt!, now)}</span>}
      </button>
    </li>
  );
};

/** A day of the schedule: what was missed, then every slot with its calls. */
export const DayView = () => {
  const staff = useStaff();
  const { texts, tag } = useLanguage();
  const words = useFeatureWords(callWords);
  const wanted = useSignal<string | null>(null);
  const day = useSignal<CallDay | null>(null);
  const zone = day.value?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const shown = wanted.value ?? dayOf(staff.now.value, zone);
  // Whatever happens to a call changes the inbox's list; and a minute is long for who waits for one.
  const minute = Math.floor(staff.now.value / 60_000);
  useEffect(() => {
    let left = false;
    void staff.attempt(staff.call(getCallDay, { query: { day: shown } })).then((found) => {
      if (!left && found) day.value = found;
    });
    return () => {
      left = true;
    };
  }, [shown, minute, staff.listChanges.value]);
  if (!words) return null;
  const found = day.value;
  const title = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(`${shown}T00:00Z`),
  );
  const shift = (days: number) => () => {
    wanted.value = shiftDay(shown, days);
  };
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <section class="call-day" aria-labelledby="call-day-title">
      <header>
        <button type="button" class="only-narrow" onClick={() => go('/inbox')}>
          {texts.inbox}
        </button>
        <h2 id="call-day-title">{title}</h2>
        <div class="row-of-buttons">
          <button type="button" aria-label={words.before} onClick={shift(-1)}>
            <span class="turns">‹</span>
          </button>
          <button
            type="button"
            onClick={() => {
              wanted.value = null;
            }}
          >
            {words.today}
          </button>
          <button type="button" aria-label={words.after} onClick={shift(1)}>
            <span class="turns">›</span>
          </button>
          <input
            type="date"
            aria-label={words.day}
            value={shown}
            onChange={(event) => {
              if (event.currentTarget.value) wanted.value = event.currentTarget.value;
            }}
          />
        </div>
        {found && (
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
        )}
      </header>
      {found && found.missed.length > 0 && (
        <section aria-labelledby="missed-title">
          <h3 id="missed-title">
            {words.missed} <span class="count">{found.missed.length}</span>
          </h3>
          <p class="quiet">{words.missedLead}</p>
          <ul>
            {found.missed.map((call) => (
              <CallRow key={call.id} call={call} words={words} zone={zone} day={found.from} />
            ))}
          </ul>
        </section>
      )}
      {found && found.calls.length === 0 && <p class="empty">{words.noCalls}</p>}
      {found && (
        <ol class="slots">
          {slotsOf(found).map((slot) => {
            const calls = found.calls.filter(({ dueAt }) => slot.start <= dueAt! && dueAt! < slot.end);
            return (
              <li key={slot.start} class={calls.length ? '' : 'free'}>
                <h3>
                  {clock(tag, slot.start, zone)}–{clock(tag, slot.end, zone)}{' '}
                  <span class="quiet">{fill(words.taken, { count: calls.length, most: found.perSlot })}</span>
                </h3>
                {calls.length > 0 && (
                  <ul>
                    {calls.map((call) => (
                      <CallRow key={call.id} call={call} words={words} zone={zone} day={found.from} />
                    ))}
                  </ul>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
};
