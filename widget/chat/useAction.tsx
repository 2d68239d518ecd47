import { type Action, createAction } from '../core/net/action.ts';
import { failureText, fieldText } from '../core/text/failureText.ts';
import type { Texts } from '../core/text/i18n.ts';
import { inText } from '../core/text/times.ts';
import { useConstant } from '../core/ui/hooks.ts';
import { Notice } from '../core/ui/parts.tsx';
import type { Translate } from './texts.ts';

/** An action that belongs to a view: pressed again while it is being done, it does nothing. */
export const useAction = (): Action => {
  const { run, ...state } = useConstant(createAction);
  return { ...state, run: async (work) => !state.busy.value && run(work) };
};

/** Notice of why an action failed, and when it would succeed. */
export const Problem = ({ texts, text, action }: { texts: Texts; text: Translate; action: Action }) => {
  const error = action.problem.value;
  if (!error) return null;
  const [field] = Object.values(error.fields);
  return (
    <Notice bad>
      {error.code === 'limited'
        ? text('tooOften', { when: inText(texts, error.retryAfter || 60) })
        : field
          ? fieldText(texts, field)
          : failureText(texts, error)}
    </Notice>
  );
};
