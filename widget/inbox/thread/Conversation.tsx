import { useEffect, useRef, useState } from 'preact/hooks';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { useFeatures, useLanguage } from '../../core/staff/context.ts';
import type { Over } from '../actions/over.ts';
import { useInbox } from '../context.ts';
import { Head } from './Head.tsx';
import { Messages } from './Messages.tsx';
import { Others } from './Others.tsx';
import { createReplyComposer } from './replyComposer.ts';
import { ReplyForm } from './ReplyForm.tsx';
import { Side } from './Side.tsx';

const Thread = ({ thread, choose }: { thread: InboxThread; choose(over: Over): void }) => {
  const inbox = useInbox();
  const features = useFeatures();
  const { texts } = useLanguage();
  const [side, setSide] = useState(false);
  const { conversation } = thread;
  const [reply] = useState(() =>
    createReplyComposer(inbox, conversation.id, inbox.drafts.unsaved(conversation.id) ?? thread.draft),
  );
  return (
    <>
      <section class="conversation" aria-labelledby="conversation-title">
        <Head thread={thread} showSide={() => setSide(true)} choose={choose} />
        {conversation.held && <p class="notice">{texts.heldNote}</p>}
        {conversation.visitor.blocked && <p class="notice">{texts.blockedNote}</p>}
        {features.map(
          ({ kind, Actions, actsOnAll }) =>
            Actions && (actsOnAll || kind === conversation.kind) && <Actions key={kind} thread={thread} />,
        )}
        <Messages thread={thread} reply={reply} />
        <Others conversation={conversation.id} />
        <ReplyForm thread={thread} reply={reply} />
      </section>
      <Side thread={thread} shown={side} close={() => setSide(false)} choose={choose} />
    </>
  );
};

/** The thread, the composer and what is known of the visitor. */
export const Conversation = ({ choose }: { choose(over: Over): void }) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const thread = inbox.thread.now.value;
  const isOpened = useRef(false);
  // On a phone the list is gone when a conversation is there: its title gets the focus that the row had.
  useEffect(() => {
    if (thread && !isOpened.current && matchMedia('(width < 860px)').matches)
      document.getElementById('conversation-title')?.focus();
    isOpened.current = thread !== null;
  }, [thread?.conversation.id]);

  if (!inbox.thread.id.value)
    return (
      <section class="conversation nothing">
        <div>
          <h2>{texts.chooseOne}</h2>
          <p class="quiet">{texts.chooseHint}</p>
        </div>
      </section>
    );
  if (!thread)
    return (
      <section class="conversation">
        <div class="skeleton" role="status" aria-label={texts.loading}>
          <i />
          <i />
          <i />
        </div>
      </section>
    );
  return <Thread key={thread.conversation.id} thread={thread} choose={choose} />;
};
