import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { MessageList } from '../../core/conversations/MessageList.tsx';
import { useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import { useInbox } from '../context.ts';
import { MessageItem, UnsentItem } from './Message.tsx';
import type { ReplyComposer } from './replyComposer.ts';

/** Nearer to the end than this, new messages keep the thread at its end, CSS pixels. */
const nearEnd = 120;

/**
 * Keeps the thread at its end while its reader is there, or at the message that a search has found.
 * @param changes what makes it longer
 */
const useScrolling = (
  messages: InboxThread['messages'],
  unsentCount: number,
  changes: readonly unknown[],
) => {
  const inbox = useInbox();
  const [isBehind, setBehind] = useState(false);
  const box = useRef<HTMLOListElement>(null);
  const isAtEnd = useRef(true);
  const { goal } = inbox.thread;
  const toEnd = (): void => {
    // biome-ignore lint/style/noNonNullAssertion: an effect runs after the box was drawn
    box.current!.scrollTop = box.current!.scrollHeight;
  };
  useLayoutEffect(() => {
    const found = goal.value && document.getElementById(`message-${goal.value}`);
    if (found) {
      found.scrollIntoView({ block: 'center' });
      isAtEnd.current = false;
      return;
    }
    const own = unsentCount > 0 || messages.at(-1)?.author.id === inbox.me.id;
    // Somebody who reads further up is not pulled away; what they send themselves they see.
    if (isAtEnd.current || own) toEnd();
    else setBehind(true);
  }, changes);
  return {
    box,
    isBehind,
    goToEnd(): void {
      toEnd();
      setBehind(false);
    },
    onScroll(): void {
      // Another conversation was opened while it still moved.
      if (!box.current) return;
      const { scrollTop, scrollHeight, clientHeight } = box.current;
      isAtEnd.current = scrollHeight - scrollTop - clientHeight < nearEnd;
      if (!isAtEnd.current) return;
      setBehind(false);
      // Who has come back to the end is not sent to what was found again.
      goal.value = null;
    },
  };
};

/** The visitor's newest message since the thread was opened, to be read out once; nothing that was there before. */
const useNewMessage = (conversation: string, messages: InboxThread['messages']): string => {
  const { texts } = useLanguage();
  const opened = useRef({ conversation: '', seq: 0 });
  const last = messages.at(-1);
  if (opened.current.conversation !== conversation) opened.current = { conversation, seq: last?.seq ?? 0 };
  if (!last || last.seq <= opened.current.seq || last.author.kind !== 'visitor') return '';
  return `${last.author.name || texts.anonymous}: ${last.body || last.attachments.map(({ name }) => name).join(', ')}`;
};

/** Everything that was said and happened, and what this person has not sent yet. */
export const Messages = ({ thread, reply }: { thread: InboxThread; reply: ReplyComposer }) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const { conversation, messages } = thread;
  const unsent = inbox.outgoing.unsent.value;
  const isTyping = inbox.thread.isTyping.value;
  const { box, isBehind, goToEnd, onScroll } = useScrolling(messages, unsent.length, [
    messages.length + unsent.length,
    isTyping,
    inbox.thread.goal.value,
  ]);
  const lastSeen = messages.findLast(
    ({ author, visibility, seq }) =>
      author.kind === 'staff' && visibility === 'public' && seq <= conversation.visitorSeen,
  );
  return (
    <>
      <p class="unseen" role="status">
        {useNewMessage(conversation.id, messages)}
      </p>
      <ol class="messages" tabIndex={0} aria-label={conversation.subject} ref={box} onScroll={onScroll}>
        <MessageList
          messages={messages}
          unsent={unsent}
          message={(message) => (
            <MessageItem key={message.id} message={message} seen={message === lastSeen} />
          )}
          unsentMessage={(item) => <UnsentItem key={item.id} item={item} takeBack={reply.takeBack} />}
        />
        {isTyping && (
          <li class="message visitor typing">
            <p class="by">{fill(texts.typing, { name: conversation.visitor.name || texts.anonymous })}</p>
          </li>
        )}
      </ol>
      {isBehind && (
        <button type="button" class="behind" onClick={goToEnd}>
          {texts.newBelow}
        </button>
      )}
    </>
  );
};
