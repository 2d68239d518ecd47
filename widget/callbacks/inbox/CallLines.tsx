import { useSignal } from '@preact/signals';
import { isClosed } from '../../../shared/callbacks/machine.ts';
import type { StaffCall } from '../../../shared/callbacks/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { counted, exact } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { stateText } from './stateText.ts';
import { clock, countdown, whenIn, zoneName } from './times.ts';
import type { StaffWords } from './words.ts';

/** How the call stands: its state, how often it was tried, what it is about. */
export const StateLine = ({ call, words }: { call: StaffCall; words: StaffWords }) => {
  const { tag } = useLanguage();
  return (
    <div class="call-head">
      <span
        class={`chip ${isClosed(call.state) ? 'grey' : call.state === 'due' ? 'red' : 'green'}`}
        role="status"
      >
        {stateText(words, call)}
      </span>
      {call.attempts > 0 && <span class="quiet">{counted(tag, words.attempts, call.attempts)}</span>}
      {call.topic && <span dir="auto">{call.topic}</span>}
    </div>
  );
};

/** The number, to be called with one tap or copied. */
export const NumberLine = ({ call, words, dial }: { call: StaffCall; words: StaffWords; dial(): void }) => {
  const isCopied = useSignal(false);
  const mayDial = call.steps.includes('call_started');
  return (
    <p class="call-number">
      {mayDial ? (
        <a
          class="dial"
          href={`tel:${call.number}${call.extension ? `;ext=${call.extension}` : ''}`}
          onClick={dial}
        >
          {fill(words.call, { number: '' }).trim()} <bdi dir="ltr">{call.written}</bdi>
        </a>
      ) : (
        <bdi dir="ltr">{call.written}</bdi>
      )}
      <button
        type="button"
        class="link"
        onClick={() =>
          navigator.clipboard.writeText(call.number).then(
            () => {
              isCopied.value = true;
            },
            () => {},
          )
        }
      >
        {words.copy}
      </button>
      <span class="quiet" role="status">
        {isCopied.value ? words.copied : call.countryName}
      </span>
    </p>
  );
};

/** When it is due for us and what the clock shows for them. */
export const DueLine = ({ call, words }: { call: StaffCall; words: StaffWords }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const now = staff.now.value;
  if (isClosed(call.state)) return null;
  if (call.dueAt === null) return <p class="quiet">{call.state === 'no_answer' ? words.noTry : null}</p>;
  const isLate = call.dueAt < now && call.state !== 'calling';
  return (
    <p>
      <strong class={isLate ? 'late' : ''} title={exact(tag, call.dueAt)}>
        {countdown(words, tag, call.dueAt, now)}
      </strong>{' '}
      <span>
        {fill(call.state === 'no_answer' ? words.nextTry : words.due, {
          when: whenIn(tag, call.dueAt, now),
        })}
        {call.slot && ` · ${fill(words.until, { time: clock(tag, call.slot.end) })}`}
      </span>{' '}
      <span class="quiet">
        {fill(words.theirTime, {
          time: clock(tag, call.dueAt, call.visitorZone),
          zone: zoneName(call.visitorZone),
        })}
      </span>
    </p>
  );
};
