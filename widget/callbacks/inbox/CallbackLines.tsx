import { useSignal } from '@preact/signals';
import { isClosed } from '../../../shared/callbacks/machine.ts';
import type { StaffCallback } from '../../../shared/callbacks/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { counted, exact } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { stateText } from './stateText.ts';
import { clock, countdown, whenIn, zoneName } from './times.ts';
import type { StaffTexts } from './texts.ts';

/** A call's state line: its state, how often it was tried, its topic. */
export const StateLine = ({ callback, texts }: { callback: StaffCallback; texts: StaffTexts }) => {
  const { tag } = useLanguage();
  return (
    <div class="call-head">
      <span
        class={`chip ${isClosed(callback.state) ? 'grey' : callback.state === 'due' ? 'red' : 'green'}`}
        role="status"
      >
        {stateText(texts, callback)}
      </span>
      {callback.attempts > 0 && <span class="quiet">{counted(tag, texts.attempts, callback.attempts)}</span>}
      {callback.topic && <span dir="auto">{callback.topic}</span>}
    </div>
  );
};

/** The number, to be called with one tap or copied. */
export const NumberLine = ({
  callback,
  texts,
  dial,
}: {
  callback: StaffCallback;
  texts: StaffTexts;
  dial(): void;
}) => {
  const isCopied = useSignal(false);
  const mayDial = callback.steps.includes('call_started');
  return (
    <p class="call-number">
      {mayDial ? (
        <a
          class="dial"
          href={`tel:${callback.number}${callback.extension ? `;ext=${callback.extension}` : ''}`}
          onClick={dial}
        >
          {fill(texts.call, { number: '' }).trim()} <bdi dir="ltr">{callback.written}</bdi>
        </a>
      ) : (
        <bdi dir="ltr">{callback.written}</bdi>
      )}
      <button
        type="button"
        class="link"
        onClick={() =>
          navigator.clipboard.writeText(callback.number).then(
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
        {isCopied.value ? texts.copied : callback.countryName}
      </span>
    </p>
  );
};

/** When it is due for us and what the clock shows for them. */
export const DueLine = ({ callback, texts }: { callback: StaffCallback; texts: StaffTexts }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const now = staff.now.value;
  if (isClosed(callback.state)) return null;
  if (callback.dueAt === null)
    return <p class="quiet">{callback.state === 'no_answer' ? texts.noTry : null}</p>;
  const isLate = callback.dueAt < now && callback.state !== 'calling';
  return (
    <p>
      <strong class={isLate ? 'late' : ''} title={exact(tag, callback.dueAt)}>
        {countdown(texts, tag, callback.dueAt, now)}
      </strong>{' '}
      <span>
        {fill(callback.state === 'no_answer' ? texts.nextTry : texts.due, {
          when: whenIn(tag, callback.dueAt, now),
        })}
        {callback.slot && ` · ${fill(texts.until, { time: clock(tag, callback.slot.end) })}`}
      </span>{' '}
      <span class="quiet">
        {fill(texts.theirTime, {
          time: clock(tag, callback.dueAt, callback.visitorZone),
          zone: zoneName(callback.visitorZone),
        })}
      </span>
    </p>
  );
};
