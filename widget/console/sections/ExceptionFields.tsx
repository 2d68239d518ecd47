import type { HoursException } from '../../../shared/core/people/hours.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { CheckField, Field, TextField } from '../../core/staff/fields.tsx';
import { Intervals } from '../HoursFields.tsx';

/** The weekday after a date, in short; empty while there is none. */
const dayAfter = (tag: string, date: string): string => {
  const at = Date.parse(date) + 86_400_000;
  return Number.isNaN(at)
    ? ''
    : new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' }).format(at);
};

/** A day that differs from its week. @param number counted from 1; @param path where it is set */
export const ExceptionFields = (given: {
  exception: HoursException;
  number: number;
  path: string;
  change(part: Partial<HoursException>): void;
  remove(): void;
}) => {
  const { exception, number, path, change, remove } = given;
  const { date, yearly, intervals, name } = exception;
  const model = useConsole();
  const { texts, tag } = useTexts();
  const title = fill(texts.exception, { number });
  return (
    <fieldset class="entry">
      <legend>{title}</legend>
      <div class="pair">
        <Field label={texts.date} refused={model.refused(`${path}.date`)}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              required
              value={date}
              onInput={(event) => change({ date: event.currentTarget.value })}
            />
          )}
        </Field>
        <TextField
          label={texts.exceptionName}
          value={name ?? ''}
          maxLength={60}
          dir="auto"
          refused={model.refused(`${path}.name`)}
          onValue={(text) => change({ name: text })}
        />
      </div>
      <CheckField
        hint=""
        label={texts.yearly}
        value={yearly ?? false}
        onValue={(value) => change({ yearly: value })}
      />
      <Intervals
        day={title}
        nextDay={dayAfter(tag, date)}
        intervals={intervals}
        onIntervals={(list) => change({ intervals: list })}
      />
      {model.refused(`${path}.intervals`) && <p class="bad-words">{texts.bad_other}</p>}
      <button type="button" aria-label={fill(texts.removeException, { number })} onClick={remove}>
        {texts.remove}
      </button>
    </fieldset>
  );
};
