import type { Surface } from '../../core/context.ts';
import type { Ask } from '../types.ts';

/** An answer that was there was enough. */
export const SolvedView = ({ surface, ask }: { surface: Surface; ask: Ask }) => {
  const { texts } = surface.context;
  return (
    <div class="stack">
      <h2 data-start tabIndex={-1}>
        {texts.say('solvedTitle')}
      </h2>
      <p>{texts.say('solvedText')}</p>
      <button type="button" onClick={ask.restart}>
        {texts.say('askElse')}
      </button>
    </div>
  );
};
