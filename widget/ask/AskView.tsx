import type { Surface } from '../core/context.ts';
import { Notice, Waiting } from '../core/ui/parts.tsx';
import { FindView } from './FindView.tsx';
import type { Ask } from './types.ts';

/** The step that the visitor is at. */
export const AskView = ({ surface, ask }: { surface: Surface; ask: Ask }) => {
  const { texts } = surface.context;
  const step = ask.step.value;
  const part = ask.next.value;
  if (step === 'find') return <FindView surface={surface} ask={ask} />;
  if (!part)
    return ask.stuck.value ? (
      <Notice bad>
        {texts.get(ask.stuck.value)}
        <button type="button" class="text" onClick={ask.again}>
          {texts.get('tryAgain')}
        </button>
      </Notice>
    ) : (
      <Waiting texts={texts} />
    );
  if (step === 'solved') return <part.SolvedView surface={surface} ask={ask} />;
  return step === 'answer' ? (
    <part.AnswerView surface={surface} ask={ask} />
  ) : (
    <part.WriteView surface={surface} ask={ask} write={part.write} />
  );
};
