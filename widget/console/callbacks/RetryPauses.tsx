import type { RetryPause } from '../../../shared/callbacks/settings.ts';
import type { FieldCode } from '../../../shared/core/errors.ts';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';
import { useCallbackTexts } from './texts.ts';
import { refusalText } from '../refusalText.ts';

/** Pauses that are offered, in minutes. */
const offered = [5, 10, 15, 30, 60, 120, 240, 480] as const;
/** Most further attempts after one outcome. */
const max = 10;

/** A pause as the reader's language writes it: "15 minutes", "2 hours". */
const spanText = (tag: string, minutes: number): string => {
  const unit = minutes % 60 === 0 ? 'hour' : 'minute';
  const count = unit === 'hour' ? minutes / 60 : minutes;
  return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
};

const readPause = (text: string): RetryPause => (text === 'next_day' ? text : Number(text));

const Pause = (given: { label: string; pause: RetryPause; onPause(pause: RetryPause): void }) => {
  const { tag } = useTexts();
  const own = useCallbackTexts();
  const { label, pause, onPause } = given;
  // What was set by the API stays a choice.
  const minutes = [...new Set([...offered, ...(pause === 'next_day' ? [] : [pause])])].sort((a, b) => a - b);
  return (
    <select
      aria-label={label}
      value={String(pause)}
      onChange={(event) => onPause(readPause(event.currentTarget.value))}
    >
      {minutes.map((one) => (
        <option key={one} value={String(one)}>
          {fill(own.retryAfter, { span: spanText(tag, one) })}
        </option>
      ))}
      <option value="next_day">{own.retryNextDay}</option>
    </select>
  );
};

/** The pauses before further attempts after one outcome of a call, in order. */
export const RetryPauses = (given: {
  outcome: string;
  value: readonly RetryPause[];
  refused: FieldCode | undefined;
  onValue(pauses: RetryPause[]): void;
}) => {
  const { texts } = useTexts();
  const own = useCallbackTexts();
  const { outcome, value, refused, onValue } = given;
  return (
    <fieldset class="retry" aria-invalid={refused ? true : undefined}>
      <legend>{outcome}</legend>
      {value.length === 0 && <p class="quiet">{own.retryNone}</p>}
      <ol class="plain-list">
        {value.map((pause, at) => (
          <li key={at} class="entry-row">
            <Pause
              label={`${outcome}, ${fill(own.retryAttempt, { number: at + 2 })}`}
              pause={pause}
              onPause={(next) => onValue(value.map((one, place) => (place === at ? next : one)))}
            />
            <button type="button" onClick={() => onValue(value.filter((_, place) => place !== at))}>
              {texts.remove}
              <span class="unseen">
                , {outcome}, {fill(own.retryAttempt, { number: at + 2 })}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        disabled={value.length >= max}
        onClick={() => onValue([...value, value.at(-1) ?? offered[1]])}
      >
        {own.retryAdd}
        <span class="unseen">, {outcome}</span>
      </button>
      {refused && <p class="bad-words">{refusalText(texts, refused)}</p>}
    </fieldset>
  );
};
