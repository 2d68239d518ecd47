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
  if (item.state === 'sending') return <p class="mark soft">{texts.get('sending')}</p>;
  const refused = item.state === 'refused';
  const waits = item.payload.waitsForOpening && !item.error;
  return (
    <Notice bad>
      {isFileLost(item) ? texts.get('fileLost') : failureText(texts, item.error)}{' '}
      {!refused && texts.get(waits ? 'waitsForFirst' : 'notSent')}
      <span class="actions">
        {!refused && !waits && (
          <button type="button" class="text" onClick={store.outbox.retry}>
            {texts.get('tryAgain')}
          </button>
        )}
        <button type="button" class="text" onClick={given.onEdit}>
          {texts.get('edit')}
        </button>
        {refused && (
          <button type="button" class="text" onClick={given.onDrop ?? (() => store.outbox.remove(item.id))}>
            {texts.get('remove')}
          </button>
        )}
      </span>
    </Notice>
  );
};
