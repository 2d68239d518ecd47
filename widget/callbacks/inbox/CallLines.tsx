import { useSignal } from '@preact/signals';
import { isClosed } from '../../../shared/callbacks/machine.ts';
import type { StaffCall } from '../../../shared/callbacks/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { counted, exact } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { stateText } from './stateText.ts';
import { clock, countdown, whenIn, zoneName } from './times.ts';
import type { StaffTexts } from './texts.ts';

/** How the call stands: its state, how often it was tried, what it is about. */
export const StateLine = ({ call, texts }: { call: StaffCall; texts: StaffTexts }) => {
  const { tag } = useLanguage();
  return (
    <div class="call-head">
      <span
        class={`chip ${isClosed(call.state) ? 'grey' : call.state === 'due' ? 'red' : 'green'}`}
        role="status"
      >
        {stateText(texts, call)}
      </span>
      {call.attempts > 0 && <span class="quiet">{counted(tag, texts.attempts, call.attempts)}</span>}
      {call.topic && <span dir="auto">{call.topic}</span>}
    </div>
  );
};

/** The number, to be called with one tap or copied. */
export const NumberLine = ({ call, texts, dial }: { call: StaffCall; texts: StaffTexts; dial(): void }) => {
  const isCopied = useSignal(false);
  const mayDial = call.steps.includes('call_started');
  return (
    <p class="call-number">
      {mayDial ? (
        <a class="dial" href={`tel:${call.number}`} onClick={dial}>
          {fill(texts.call, { number: '' }).trim()} <bdi dir="ltr">{call.written}</bdi>
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
        {texts.copy}
      </button>
      <span class="quiet" role="status">
        {isCopied.value ? texts.copied : call.countryName}
      </span>
    </p>
  );
};

/** When it is due for us and what the clock shows for them. */
export const DueLine = ({ call, texts }: { call: StaffCall; texts: StaffTexts }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const now = staff.now.value;
  if (isClosed(call.state)) return null;
  if (call.dueAt === null) return <p class="quiet">{call.state === 'no_answer' ? texts.noTry : null}</p>;
  const isLate = call.dueAt < now && call.state !== 'calling';
  return (
    <p>
      <strong class={isLate ? 'late' : ''} title={exact(tag, call.dueAt)}>
        {countdown(texts, tag, call.dueAt, now)}
      </strong>{' '}
      <span>
        {fill(call.state === 'no_answer' ? texts.nextTry : texts.due, {
          when: whenIn(tag, call.dueAt, now),
        })}
        {call.slot && ` · ${fill(texts.until, { time: clock(tag, call.slot.end) })}`}
      </span>{' '}
      <span class="quiet">
        {fill(texts.theirTime, {
          time: clock(tag, call.dueAt, call.visitorZone),
          zone: zoneName(call.visitorZone),
        })}
      </span>
    </p>
  );
};
