import { type Action, createAction } from '../core/net/action.ts';
import { failureText, fieldText } from '../core/text/failureText.ts';
import type { Texts } from '../core/text/i18n.ts';
import { inText } from '../core/text/times.ts';
import { useConstant } from '../core/ui/hooks.ts';
import { Notice } from '../core/ui/parts.tsx';
import type { Say } from './words.ts';

/** An action that belongs to a view: pressed again while it is being done, it does nothing. */
export const useAction = (): Action => {
  const { run, ...state } = useConstant(createAction);
  return { ...state, run: async (work) => !state.busy.value && run(work) };
};

/** Says in words why it did not work, and when it would. */
export const Problem = ({ texts, say, action }: { texts: Texts; say: Say; action: Action }) => {
  const error = action.problem.value;
  if (!error) return null;
  const [field] = Object.values(error.fields);
  return (
    <Notice bad>
      {error.code === 'limited'
        ? say('tooOften', { when: inText(texts, error.retryAfter || 60) })
        : field
          ? fieldText(texts, field)
          : failureText(texts, error)}
    </Notice>
  );
};
