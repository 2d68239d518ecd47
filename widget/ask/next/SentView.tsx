import { useLayoutEffect } from 'preact/hooks';
import { failureText } from '../../core/text/failureText.ts';
import { check } from '../../core/ui/icons.ts';
import { promiseText } from '../../core/text/promiseText.ts';
import type { Surface } from '../../core/context.ts';
import { Icon, Notice } from '../../core/ui/parts.tsx';
import type { Ask } from '../types.ts';
import type { Write } from './write.ts';

/** After sending: that it arrived, who answers by when, and where; or that it is not sent yet. */
export const SentView = ({ surface, ask, write }: { surface: Surface; ask: Ask; write: Write }) => {
  const { texts, conversations } = surface.context;
  const conversation = write.conversation.value;
  const item = write.unsent.value;
  useLayoutEffect(surface.focusStart, [conversation?.id]);
  if (!conversation)
    return (
      <div class="stack">
        <h2 data-start tabIndex={-1} dir="auto">
          {write.fields.value.title}
        </h2>
        {item?.state === 'sending' && !item.error ? (
          <p role="status">{texts.get('sending')}</p>
        ) : (
          <Notice bad>
            {failureText(texts, item?.error)} {texts.get('notSent')}
            <span class="actions">
              <button type="button" class="text" onClick={() => conversations.value?.store.outbox.retry()}>
                {texts.get('tryAgain')}
              </button>
              <button type="button" class="text" onClick={write.edit}>
                {texts.get('edit')}
              </button>
            </span>
          </Notice>
        )}
      </div>
    );
  return (
    <div class="heard stack">
      <span class="tick">
        <Icon path={check} />
      </span>
      <h2 data-start tabIndex={-1}>
        {texts.get('heard')}
      </h2>
      <p>{promiseText(surface.context, conversation.promise, Date.now())}</p>
      <p class="soft">{texts.get('follow')}</p>
      <button
        type="button"
        class="primary"
        onClick={() => {
          surface.conversation.value = conversation.id;
          ask.restart();
        }}
      >
        {texts.get('seeQuestion')}
      </button>
      {surface.context.settings.features.callback && (
        <button
          type="button"
          onClick={() => {
            conversations.value?.store.drafts.write('callFrom', conversation.id);
            surface.conversation.value = 'callback';
            ask.restart();
          }}
        >
          {texts.get('callInstead')}
        </button>
      )}
      <button type="button" onClick={ask.restart}>
        {texts.get('askElse')}
      </button>
    </div>
  );
};
