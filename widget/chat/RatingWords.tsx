import type { Action } from '../core/net/action.ts';
import type { Texts } from '../core/text/i18n.ts';
import { Problem } from './useAction.tsx';
import type { Say } from './words.ts';

/** Longest words, UTF-16 code units; the server refuses more. */
const longest = 10_000;

/** The words that go with a rating. */
export const RatingWords = (given: {
  texts: Texts;
  say: Say;
  value: string;
  action: Action;
  onInput(value: string): void;
  onSend(): void;
}) => {
  const { texts, say, value, action, onInput, onSend } = given;
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
          {say('rateWords')} <span class="soft">({texts.say('optional')})</span>
        </span>
        <textarea
          rows={2}
          dir="auto"
          maxLength={longest}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </label>
      <Problem texts={texts} say={say} action={action} />
      {value.trim() && (
        <span class="actions">
          <button type="submit" disabled={action.busy.value}>
            {texts.say(action.busy.value ? 'sending' : 'send')}
          </button>
        </span>
      )}
    </form>
  );
};
