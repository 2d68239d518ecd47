import type { Surface } from '../../core/context.ts';
import type { Ask } from '../types.ts';

/** An answer that was there was enough. */
export const SolvedView = ({ surface, ask }: { surface: Surface; ask: Ask }) => {
  const { texts } = surface.context;
  return (
    <div class="stack">
      <h2 data-start tabIndex={-1}>
        {texts.get('solvedTitle')}
      </h2>
      <p>{texts.get('solvedText')}</p>
      <button type="button" onClick={ask.restart}>
        {texts.get('askElse')}
      </button>
    </div>
  );
};
