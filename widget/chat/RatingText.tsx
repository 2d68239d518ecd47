import type { Action } from '../core/net/action.ts';
import type { Texts } from '../core/text/i18n.ts';
import { Problem } from './useAction.tsx';
import type { Translate } from './texts.ts';

/** Maximum length of the comment, UTF-16 code units; the server refuses more. */
const longest = 10_000;

/** Field of the comment that goes with a rating. */
export const RatingText = (given: {
  texts: Texts;
  text: Translate;
  value: string;
  action: Action;
  onInput(value: string): void;
  onSend(): void;
}) => {
  const { texts, text, value, action, onInput, onSend } = given;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <label class="reach">
        <span>
          {text('rateWords')} <span class="soft">({texts.get('optional')})</span>
        </span>
        <textarea
          rows={2}
          dir="auto"
          maxLength={longest}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </label>
      <Problem texts={texts} text={text} action={action} />
      {value.trim() && (
        <span class="actions">
          <button type="submit" disabled={action.busy.value}>
            {texts.get(action.busy.value ? 'sending' : 'send')}
          </button>
        </span>
      )}
    </form>
  );
};
