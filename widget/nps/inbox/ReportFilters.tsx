import type { NpsReport } from '../../../shared/nps/schema.ts';
import { type ReportTime, spans } from './reportTime.ts';
import { DaysFields } from './Times.tsx';
import type { StaffTexts } from './texts.ts';

/** Which time a report is about. */
export const ReportFilters = ({
  time,
  report,
  texts,
}: {
  time: ReportTime;
  report: NpsReport | null;
  texts: StaffTexts;
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
          {texts[`time_${days}`]}
        </button>
      ))}
      <button
        type="button"
        aria-pressed={time.span.value === 'own'}
        disabled={!report}
        // biome-ignore lint/style/noNonNullAssertion: the button is drawn only with a report
        onClick={() => time.chooseOwn(report!)}
      >
        {texts.ownTime}
      </button>
      <button type="button" onClick={() => print()}>
        {texts.print}
      </button>
    </div>
    {time.span.value === 'own' && (
      <div class="filters stack">
        {(['time', 'before'] as const).map((key) => (
          <DaysFields
            key={key}
            legend={texts[key === 'time' ? 'time' : 'compareWith']}
            days={time.own.value[key]}
            texts={texts}
            onDays={(days) => {
              time.own.value = { ...time.own.value, [key]: days };
            }}
          />
        ))}
      </div>
    )}
  </>
);
