import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type Chosen, grains } from './period.ts';
import type { ReportTexts } from './texts.ts';

/** From a day to a day. */
const OwnPeriod = ({ chosen, texts }: { chosen: Signal<Chosen>; texts: ReportTexts }) => {
  const wrong = useId();
  const { from, until } = chosen.value;
  const isBackwards = Boolean(from && until && until < from);
  return (
    <div class="filters">
      {(['from', 'until'] as const).map((key) => (
        <label key={key}>
          <span>{texts[key === 'from' ? 'from' : 'to']}</span>
          <input
            type="date"
            value={chosen.value[key]}
            aria-invalid={isBackwards}
            aria-describedby={wrong}
            onChange={(event) => {
              chosen.value = { ...chosen.value, [key]: event.currentTarget.value };
            }}
          />
        </label>
      ))}
      <p id={wrong} class="wrong" role="status">
        {isBackwards && texts.timeOrder}
      </p>
    </div>
  );
};

/** Which period the report is about. */
export const Periods = ({
  chosen,
  shown,
  texts,
}: {
  chosen: Signal<Chosen>;
  /** The period on screen: where one's own begins. */
  shown: { from: string; until: string } | null;
  texts: ReportTexts;
}) => {
  const { grain, back } = chosen.value;
  const step = (by: number): void => {
    chosen.value = { ...chosen.value, back: back + by };
  };
  return (
    <>
      <div class="row-of-buttons filters">
        {grains.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={grain === one}
            onClick={() => {
              chosen.value = { ...chosen.value, ...(one === 'own' && shown), grain: one, back: 1 };
            }}
          >
            {texts[one]}
          </button>
        ))}
        {grain !== 'own' && (
          <>
            <button type="button" onClick={() => step(1)}>
              {texts.previous}
            </button>
            <button type="button" disabled={back === 0} onClick={() => step(-1)}>
              {texts.next}
            </button>
          </>
        )}
      </div>
      {grain === 'own' && <OwnPeriod chosen={chosen} texts={texts} />}
    </>
  );
};
