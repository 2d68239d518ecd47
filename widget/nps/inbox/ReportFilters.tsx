import type { NpsReport } from '../../../shared/nps/schema.ts';
import { type ReportTime, spans } from './reportTime.ts';
import { DaysFields } from './Times.tsx';
import type { StaffWords } from './words.ts';

/** Which time a report is about. */
export const ReportFilters = ({
  time,
  report,
  words,
}: {
  time: ReportTime;
  report: NpsReport | null;
  words: StaffWords;
}) => (
  <>
    <div class="row-of-buttons stack filters">
      {spans.map((days) => (
        <button
          key={days}
          type="button"
          aria-pressed={time.span.value === days}
          onClick={() => {
            time.span.value = days;
          }}
        >
          {words[`time_${days}`]}
        </button>
      ))}
      <button
        type="button"
        aria-pressed={time.span.value === 'own'}
        disabled={!report}
        onClick={() => time.chooseOwn(report!)}
      >
        {words.ownTime}
      </button>
      <button type="button" onClick={() => print()}>
        {words.print}
      </button>
    </div>
    {time.span.value === 'own' && (
      <div class="filters stack">
        {(['time', 'before'] as const).map((key) => (
          <DaysFields
            key={key}
            legend={words[key === 'time' ? 'time' : 'compareWith']}
            days={time.own.value[key]}
            words={words}
            onDays={(days) => {
              time.own.value = { ...time.own.value, [key]: days };
            }}
          />
        ))}
      </div>
    )}
  </>
);
