import { isClosed } from '../../../shared/callbacks/machine.ts';
import type { CallDay, Slot, StaffCall } from '../../../shared/callbacks/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import { stateText } from './stateText.ts';
import { clock, countdown, whenIn } from './times.ts';
import type { StaffTexts } from './texts.ts';

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
  texts,
  zone,
  day,
}: {
  call: StaffCall;
  texts: StaffTexts;
  zone: string;
  /** An instant of the day that is shown anyway. */
  day: number;
}) => {
  const staff = useStaff();
  const { texts: inboxTexts, tag } = useLanguage();
  const now = staff.now.value;
  const isLate = !isClosed(call.state) && call.state !== 'calling' && call.dueAt !== null && call.dueAt < now;
  return (
    <li>
      <button
        type="button"
        class="call-row"
        aria-current={staff.opened.value === call.conversation || undefined}
        onClick={() => staff.open(call.conversation)}
      >
        <span class="time">{call.dueAt !== null && whenIn(tag, call.dueAt, day, zone)}</span>
        <strong dir="auto">{call.name || inboxTexts.anonymous}</strong>
        <bdi dir="ltr" class="quiet">
          {call.written}
        </bdi>
        {call.topic && (
          <span dir="auto" class="quiet">
            {call.topic}
          </span>
        )}
        <span class={`chip ${isLate ? 'red' : 'grey'}`}>{stateText(texts, call)}</span>
        {isLate && <span class="late">{countdown(texts, tag, call.dueAt!, now)}</span>}
      </button>
    </li>
  );
};

/** Calls that nobody made in time. */
export const MissedCalls = ({ found, texts, zone }: { found: CallDay; texts: StaffTexts; zone: string }) => (
  <section aria-labelledby="missed-title">
    <h3 id="missed-title">
      {texts.missed} <span class="count">{found.missed.length}</span>
    </h3>
    <p class="quiet">{texts.missedLead}</p>
    <ul>
      {found.missed.map((call) => (
        <CallRow key={call.id} call={call} texts={texts} zone={zone} day={found.from} />
      ))}
    </ul>
  </section>
);

/** The slots of a day, each with its calls. */
export const SlotList = ({ found, texts, zone }: { found: CallDay; texts: StaffTexts; zone: string }) => {
  const { tag } = useLanguage();
  return (
    <ol class="slots">
      {slotsOf(found).map((slot) => {
        const calls = found.calls.filter(({ dueAt }) => slot.start <= dueAt! && dueAt! < slot.end);
        return (
          <li key={slot.start} class={calls.length ? '' : 'free'}>
            <h3>
              {clock(tag, slot.start, zone)}–{clock(tag, slot.end, zone)}{' '}
              <span class="quiet">{fill(texts.taken, { count: calls.length, most: found.perSlot })}</span>
            </h3>
            {calls.length > 0 && (
              <ul>
                {calls.map((call) => (
                  <CallRow key={call.id} call={call} texts={texts} zone={zone} day={found.from} />
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
};
