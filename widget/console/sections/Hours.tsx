import type { HoursException, Hours as Week } from '../../../shared/core/people/hours.ts';
import { useConsole, useTexts } from '../context.ts';
import { HoursFields } from '../HoursFields.tsx';
import { ExceptionFields } from './ExceptionFields.tsx';

/** Today in the reader's calendar, as a date field writes it. */
const today = (): string => {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

export const Hours = () => (
  <HoursAt path={['settings', 'hours']} hours={useConsole().drafted().settings.hours} />
);

/** A week and the days that differ. @param path where they are set */
export const HoursAt = ({ path: place, hours }: { path: readonly string[]; hours: Week }) => {
  const model = useConsole();
  const { texts } = useTexts();
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
        <h2 id="exceptions">{texts.exceptions}</h2>
        {exceptions.length === 0 && <p class="quiet">{texts.exceptionsNone}</p>}
        {exceptions.map((exception, index) => (
          <ExceptionFields
            key={`${index}`}
            exception={exception}
            number={index + 1}
            path={`${dotted}.exceptions.${index}`}
            change={(part) => change(index, part)}
            remove={() => setExceptions(exceptions.filter((_, at) => at !== index))}
          />
        ))}
        <button
          type="button"
          disabled={exceptions.length >= 200}
          onClick={() =>
            setExceptions([...exceptions, { date: today(), yearly: false, intervals: [], name: '' }])
          }
        >
          {texts.addException}
        </button>
      </section>
    </>
  );
};
