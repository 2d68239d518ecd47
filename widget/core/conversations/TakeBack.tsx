import { takeBackMessage } from '../../../shared/core/conversations/routes.ts';
import type { Message } from '../../../shared/core/conversations/schema.ts';
import type { Call, CallError } from '../net/client.ts';
import { failureText } from '../text/failureText.ts';
import type { Texts } from '../text/i18n.ts';
import { useLocalSignal } from '../ui/hooks.ts';
import { Notice } from '../ui/parts.tsx';
import type { ConversationStore } from './types.ts';

/** The server takes a message back for so long, milliseconds. */
const takenBackFor = 10 * 60_000;

/** Takes back what was just said, after a second press: the visitor's last message, while nobody has replied. */
export const TakeBack = (given: {
  texts: Texts;
  call: Call;
  store: ConversationStore;
  messages: readonly Message[];
}) => {
  const { texts } = given;
  const asks = useLocalSignal('');
  const problem = useLocalSignal<CallError | null>(null);
  const last = given.messages.findLast(({ author }) => author.kind !== 'system');
  const error = problem.value;
  if (last?.author.kind !== 'visitor' || last.removed || Date.now() - last.at > takenBackFor) return null;
  const { conversation, id } = last;
  const press = (): void => {
    if (asks.value === id)
      given
        .call(takeBackMessage, { path: { conversation, message: id } })
        .then(given.store.take, (failed: CallError) => {
          problem.value = failed;
        });
    asks.value = id;
  };
  return (
    <li class="take-back">
      {error && (
        <Notice bad>
          {error.code === 'answered_meanwhile' ? texts.get('repliedSince') : failureText(texts, error)}
        </Notice>
      )}
      <button type="button" class="text" onClick={press}>
        {texts.get(asks.value === id ? 'remove' : 'takeBack')}
      </button>
    </li>
  );
};
