import type { Answering } from './answering.ts';
import type { Translate } from './texts.ts';

const scores = Array.from({ length: 11 }, (_, score) => score);

/** The button that a key leads to; -1 where it leads to none. */
const targetOf = (key: string, at: number, isMirrored: boolean): number => {
  const forth = isMirrored ? 'ArrowLeft' : 'ArrowRight';
  if (/^Arrow/.test(key)) return at + (key === forth || key === 'ArrowUp' ? 1 : -1);
  // A ten is a one and a nought.
  if (key === '0' && at === 1) return 10;
  return /^\d$/.test(key) ? Number(key) : -1;
};

/** Eleven numbers, for mouse and keyboard. */
export const ScoreStep = (given: {
  answering: Answering;
  question: string;
  isMirrored: boolean;
  text: Translate;
}) => {
  const { answering, text } = given;
  const chosen = answering.score.value;
  const move = (event: KeyboardEvent): void => {
    const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
    const to = targetOf(event.key, buttons.indexOf(event.target as HTMLButtonElement), given.isMirrored);
    if (to < 0 || to > 10) return;
    event.preventDefault();
    buttons[to]?.focus();
  };
  return (
    <>
      <h3 id="foyer-nps" dir="auto" tabIndex={-1} data-start>
        {given.question}
      </h3>
      <div class="scale">
        <span class="soft">{text('least')}</span>
        <div role="group" aria-labelledby="foyer-nps" class="scores" onKeyDown={move}>
          {scores.map((score) => (
            <button
              key={score}
              type="button"
              aria-label={text('scale', { score })}
              aria-pressed={chosen === score}
              disabled={answering.busy.value}
              tabIndex={score === (chosen ?? 0) ? 0 : -1}
              onClick={() => answering.choose(score)}
            >
              {score}
            </button>
          ))}
        </div>
        <span class="soft">{text('most')}</span>
      </div>
    </>
  );
};
