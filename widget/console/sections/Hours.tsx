import type { HoursException, Hours as Week } from '../../../shared/core/people/hours.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useWords } from '../context.ts';
import { CheckField, Field, TextField } from '../../core/staff/fields.tsx';
import { HoursFields, Intervals } from '../HoursFields.tsx';

/** Today in the reader's calendar, as a date field writes it. */
const today = (): string => {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

export const Hours = () => (
  <HoursAt path={['settings', 'hours']} hours={useConsole().draft.value!.settings.hours} />
);

/** A week and the days that differ. @param path where they are set */
export const HoursAt = ({ path: place, hours }: { path: readonly string[]; hours: Week }) => {
  const model = useConsole();
  const { say } = useWords();
  const dotted = place.join('.');
  const exceptions = hours.exceptions ?? [];
  const setExceptions = (list: HoursException[]): void => model.set([...place, 'exceptions'], list);
  const change = (index: number, part: Partial<HoursException>): void =>
    setExceptions(exceptions.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <>
      <section class="card">
        <HoursFields
          hours={hours}
          refused={(path) => model.refused(`${dotted}.${path}`)}
          set={(value) => model.set([...place], value)}
        />
      </section>
      <section class="card" aria-labelledby="exceptions">
        <h2 id="exceptions">{say.exceptions}</h2>
        {exceptions.length === 0 && <p class="quiet">{say.exceptionsNone}</p>}
        {exceptions.map(({ date, yearly, intervals, name }, index) => {
          const number = index + 1;
          const title = fill(say.exception, { number });
          const path = `${dotted}.exceptions.${index}`;
          return (
            <fieldset class="entry" key={`${index}`}>
              <legend>{title}</legend>
              <div class="pair">
                <Field label={say.date} refused={model.refused(`${path}.date`)}>
                  {(ids) => (
                    <input
                      {...ids}
                      type="date"
                      required
                      value={date}
                      onInput={(event) => change(index, { date: event.currentTarget.value })}
                    />
                  )}
                </Field>
                <TextField
                  label={say.exceptionName}
                  value={name ?? ''}
                  maxLength={60}
                  dir="auto"
                  refused={model.refused(`${path}.name`)}
                  onValue={(text) => change(index, { name: text })}
                />
              </div>
              <CheckField
                hint=""
                label={say.yearly}
                value={yearly ?? false}
                onValue={(value) => change(index, { yearly: value })}
              />
              <Intervals
                day={title}
                intervals={intervals}
                onIntervals={(list) => change(index, { intervals: list })}
              />
              {model.refused(`${path}.intervals`) && <p class="bad-words">{say.bad_other}</p>}
              <button
                type="button"
                aria-label={fill(say.removeException, { number })}
                onClick={() => setExceptions(exceptions.filter((_, at) => at !== index))}
              >
                {say.remove}
              </button>
            </fieldset>
          );
        })}
        <button
          type="button"
          disabled={exceptions.length >= 200}
          onClick={() =>
            setExceptions([...exceptions, { date: today(), yearly: false, intervals: [], name: '' }])
          }
        >
          {say.addException}
        </button>
      </section>
    </>
  );
};
