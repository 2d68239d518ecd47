import { isClosed } from '../../../shared/callbacks/machine.ts';
import type { CallbackDay, Slot, StaffCallback } from '../../../shared/callbacks/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import { stateText } from './stateText.ts';
import { clock, countdown, whenIn } from './times.ts';
import type { StaffTexts } from './texts.ts';

/** The slots of a day, with those that calls were moved to by hand. */
const slotsOf = ({ hours, slotMinutes, calls: callbacks }: CallbackDay): Slot[] => {
  const length = slotMinutes * 60_000;
  const found = new Map<number, Slot>();
  for (const { start, end } of hours)
    for (let at = start; at + length <= end; at += length) found.set(at, { start: at, end: at + length });
  for (const { dueAt } of callbacks) {
    // biome-ignore lint/style/noNonNullAssertion: only callbacks with a time are listed here
    const at = dueAt!;
    const inside = [...found.values()].some(({ start, end }) => start <= at && at < end);
    if (!inside) found.set(at, { start: at, end: at + length });
  }
  return [...found.values()].sort((one, other) => one.start - other.start);
};

const CallbackRow = ({
  callback,
  texts,
  zone,
  day,
}: {
  callback: StaffCallback;
  texts: StaffTexts;
  zone: string;
  /** An instant of the day that is shown anyway. */
  day: number;
}) => {
  const staff = useStaff();
  const { texts: inboxTexts, tag } = useLanguage();
  const now = staff.now.value;
  const isLate =
    !isClosed(callback.state) &&
    callback.state !== 'calling' &&
    callback.dueAt !== null &&
    callback.dueAt < now;
  return (
    <li>
      <button
        type="button"
        class="call-row"
        aria-current={staff.opened.value === callback.conversation || undefined}
        onClick={() => staff.open(callback.conversation)}
      >
        <span class="time">{callback.dueAt !== null && whenIn(tag, callback.dueAt, day, zone)}</span>
        <strong dir="auto">{callback.name || inboxTexts.anonymous}</strong>
        <bdi dir="ltr" class="quiet">
          {callback.written}
        </bdi>
        {callback.topic && (
          <span dir="auto" class="quiet">
            {callback.topic}
          </span>
        )}
        <span class={`chip ${isLate ? 'red' : 'grey'}`}>{stateText(texts, callback)}</span>
        {isLate && <span class="late">{countdown(texts, tag, callback.dueAt ?? now, now)}</span>}
      </button>
    </li>
  );
};

/** Calls that nobody made in time. */
export const MissedCallbacks = ({
  found,
  texts,
  zone,
}: {
  found: CallbackDay;
  texts: StaffTexts;
  zone: string;
}) => (
  <section aria-labelledby="missed-title">
    <h3 id="missed-title">
      {texts.missed} <span class="count">{found.missed.length}</span>
    </h3>
    <p class="quiet">{texts.missedLead}</p>
    <ul>
      {found.missed.map((callback) => (
        <CallbackRow key={callback.id} callback={callback} texts={texts} zone={zone} day={found.from} />
      ))}
    </ul>
  </section>
);

/** The slots of a day, each with its calls. */
export const SlotList = ({ found, texts, zone }: { found: CallbackDay; texts: StaffTexts; zone: string }) => {
  const { tag } = useLanguage();
  return (
    <ol class="slots">
      {slotsOf(found).map((slot) => {
        // biome-ignore lint/style/noNonNullAssertion: the day lists callbacks with a time only
        const callbacks = found.calls.filter(({ dueAt }) => slot.start <= dueAt! && dueAt! < slot.end);
        return (
          <li key={slot.start} class={callbacks.length ? '' : 'free'}>
            <h3>
              {clock(tag, slot.start, zone)}–{clock(tag, slot.end, zone)}{' '}
              <span class="quiet">{fill(texts.taken, { count: callbacks.length, max: found.perSlot })}</span>
            </h3>
            {callbacks.length > 0 && (
              <ul>
                {callbacks.map((callback) => (
                  <CallbackRow
                    key={callback.id}
                    callback={callback}
                    texts={texts}
                    zone={zone}
                    day={found.from}
                  />
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
};
