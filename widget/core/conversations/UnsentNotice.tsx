import { failureText } from '../text/failureText.ts';
import type { Unsent } from '../net/unsent.ts';
import { Notice } from '../ui/parts.tsx';
import type { Texts } from '../text/i18n.ts';
import type { ConversationStore, Sending } from './types.ts';
import { isFileLost } from './thread.ts';

/** Says in words what becomes of something that is not sent, and what can be done. */
export const UnsentNotice = (given: {
  texts: Texts;
  store: ConversationStore;
  item: Unsent<Sending>;
  onEdit(): void;
  /** Absent: it is taken out of what waits, and that is all. */
  onDrop?(): void;
}) => {
  const { texts, store, item } = given;
  if (item.state === 'sending') return <p class="mark soft">{texts.say('sending')}</p>;
  const refused = item.state === 'refused';
  const waits = item.payload.waitsForOpening && !item.error;
  return (
    <Notice bad>
      {isFileLost(item) ? texts.say('fileLost') : failureText(texts, item.error)}{' '}
      {!refused && texts.say(waits ? 'waitsForFirst' : 'notSent')}
      <span class="actions">
        {!refused && !waits && (
          <button type="button" class="text" onClick={store.outbox.retry}>
            {texts.say('tryAgain')}
          </button>
        )}
        <button type="button" class="text" onClick={given.onEdit}>
          {texts.say('edit')}
        </button>
        {refused && (
          <button type="button" class="text" onClick={given.onDrop ?? (() => store.outbox.remove(item.id))}>
            {texts.say('remove')}
          </button>
        )}
      </span>
    </Notice>
  );
};
