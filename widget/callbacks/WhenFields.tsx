import type { CallbackForm } from '../../shared/callbacks/schema.ts';
import type { Surface } from '../core/context.ts';
import { clockTime, dayChoice, whenText } from '../core/text/times.ts';
import { Notice } from '../core/ui/parts.tsx';
import { daysOf, ownZone } from './times.ts';
import type { Translate } from './texts.ts';

const Chip = (given: { name: string; text: string; note?: string; checked: boolean; onPick(): void }) => (
  <label class="chip">
    <input type="radio" name={given.name} checked={given.checked} onChange={given.onPick} />
    <span>
      {given.text}
      {given.note && (
        <>
          {' '}
          <small>{given.note}</small>
        </>
      )}
    </span>
  </label>
);

/**
 * Which time: as soon as possible or a day, then a slot of that day; in the reader's zone, which is named.
 * @param soon by when a call asked for now would come; null where that is not to be had here
 */
export const WhenFields = (given: {
  surface: Surface;
  text: Translate;
  form: Pick<CallbackForm, 'slots' | 'soon' | 'open'>;
  when: 'soon' | number | null;
  onWhen(when: 'soon' | number): void;
}) => {
  const { text, form, when, onWhen } = given;
  const { texts } = given.surface.context;
  const now = Date.now();
  const days = daysOf(form.slots);
  const day = days.find((slots) => slots.some(({ start }) => start === when));
  if (!days.length && form.soon === null) return <Notice>{text('callNoTimes')}</Notice>;
  return (
    <>
      {!form.open && <p class="soft">{text('callClosed')}</p>}
      <fieldset>
        <legend>{text('callWhen')}</legend>
        <div class="chips">
          {form.soon !== null && (
            <Chip
              name="call-day"
              text={text('callSoon', { when: whenText(texts, form.soon, now) })}
              checked={when === 'soon'}
              onPick={() => onWhen('soon')}
            />
          )}
          {days.map((slots) => {
            // biome-ignore lint/style/noNonNullAssertion: a day without slots is not offered
            const { start } = slots[0]!;
            const { name, date } = dayChoice(texts, start, now);
            return (
              <Chip
                key={start}
                name="call-day"
                text={name}
                note={date}
                checked={slots === day}
                onPick={() => onWhen(start)}
              />
            );
          })}
        </div>
      </fieldset>
      {day && (
        <fieldset>
          <legend>{text('callTime')}</legend>
          <div class="chips">
            {day.map(({ start }) => (
              <Chip
                key={start}
                name="call-time"
                text={clockTime(texts, start)}
                checked={start === when}
                onPick={() => onWhen(start)}
              />
            ))}
          </div>
        </fieldset>
      )}
      <p class="soft">{text('callZone', { zone: ownZone(texts) })}</p>
    </>
  );
};
