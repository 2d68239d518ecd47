import { useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Message, SendMessage } from '../../../shared/core/conversations/schema.ts';
import type { Call } from '../net/client.ts';
import { failureText } from '../text/failureText.ts';
import type { Texts } from '../text/i18n.ts';
import { addRich } from '../ui/richRules.ts';
import type { TalkProps } from '../context.ts';
import { clockTime, dayTitle } from '../text/times.ts';
import { Face, Notice, Waiting } from '../ui/parts.tsx';
import { When } from '../ui/When.tsx';

import { FileView } from './FileView.tsx';
import type { Files } from './files.ts';
import rules from './conversations.css?inline';

import { dropsInto } from './composer.tsx';
import { MessageBody, MessageList, type Position, UnsentBody } from './MessageList.tsx';
import { noticeText } from './noticeText.ts';
import { ReplyForm } from './ReplyForm.tsx';
import { TakeBack } from './TakeBack.tsx';
import type { ConversationStore, Thread } from './types.ts';
import { UnsentNotice } from './UnsentNotice.tsx';

/** The text in place of removed content: who removed it, where somebody did. */
const removedText = (texts: Texts, { removed }: Message): string =>
  !removed
    ? ''
    : removed.by === 'visitor'
      ? texts.get('takenBack')
      : texts.get('removedBy', { name: removed.name || texts.get('team') });

const Bubble = (given: {
  texts: Texts;
  files: Files;
  message: Message;
  position: Position;
  /** Whether it was sent or seen, where that is said. */
  mark: string;
}) => {
  const { texts, message, position, mark } = given;
  const { kind, name } = message.author;
  const own = kind === 'visitor';
  const happened = noticeText(texts, message);
  const author = own ? texts.get('you') : name || texts.get('team');
  return (
    <>
      {position.startsDay && (
        <li class="day">
          <When texts={texts} at={message.at} text={dayTitle(texts, message.at, Date.now())} />
        </li>
      )}
      {happened ? (
        <li class="day">{happened}</li>
      ) : (
        <li class={`message ${kind}`}>
          {position.startsGroup && !own && (
            <p class="by">
              <Face name={author} />
              {author}
            </p>
          )}
          {own && <span class="unseen">{author}: </span>}
          <MessageBody
            message={message}
            quoted={texts.get('quoted')}
            removed={removedText(texts, message)}
            file={(file) => <FileView key={file.id} texts={texts} files={given.files} file={file} />}
          />
          {(position.endsGroup || mark) && (
            <p class="mark soft">
              <When texts={texts} at={message.at} text={clockTime(texts, message.at)} />
              {mark && ` · ${mark}`}
            </p>
          )}
        </li>
      )}
    </>
  );
};

const Typing = ({ texts, name }: { texts: Texts; name: string }) => (
  <li class="message staff typing">
    <Face name={name} />
    <span class="bubble">
      <i />
      <i />
      <i />
    </span>
    <span class="unseen">{texts.get('typing', { name })}</span>
  </li>
);

/** Says under which message it was seen, and under which sent: the last of each. */
const markMessages = (texts: Texts, { messages, conversation }: Thread): ((message: Message) => string) => {
  const seen = conversation.value?.staffSeen ?? 0;
  const own = messages.value.filter(({ author }) => author.kind === 'visitor');
  const lastSeen = own.findLast(({ seq }) => seq <= seen);
  const last = own.at(-1);
  return (message) => (message === lastSeen ? texts.get('seen') : message === last ? texts.get('sent') : '');
};

const Messages = (given: { texts: Texts; call: Call; store: ConversationStore; thread: Thread }) => {
  const { texts, store, thread } = given;
  const messages = thread.messages.value;
  const unsent = thread.unsent.value;
  const typist = thread.typist.value;
  const markOf = markMessages(texts, thread);
  const end = useRef<HTMLLIElement>(null);
  const hasMoved = useRef(false);
  const moved = (): void => {
    hasMoved.current = true;
  };
  const toEnd = (): void => end.current?.scrollIntoView?.({ block: 'nearest' });
  useLayoutEffect(toEnd, [
    messages.length,
    unsent.map(({ state }) => state).join(),
    typist,
    thread.composer.files.value.map(({ state }) => state).join(),
  ]);
  return (
    // Not live: to open a thread is not to hear it. What arrives is said once, elsewhere.
    <div role="log" aria-live="off" aria-label={texts.get('messages')}>
      <ol
        class="messages"
        onWheel={moved}
        onTouchMove={moved}
        // A picture takes its room when it is there: until somebody scrolls, the newest message stays in sight.
        onLoadCapture={() => hasMoved.current || toEnd()}
      >
        <MessageList
          messages={messages}
          unsent={unsent}
          message={(message, position) => (
            <Bubble
              key={message.id}
              texts={texts}
              files={store.files}
              message={message}
              position={position}
              mark={markOf(message)}
            />
          )}
          unsentMessage={(item) => (
            <li key={item.id} class="message visitor">
              <UnsentBody body={(item.payload.body as SendMessage).body} files={item.payload.files} />
              <UnsentNotice
                texts={texts}
                store={store}
                item={item}
                onEdit={() => thread.edit(item)}
                onDrop={() => thread.drop(item)}
              />
            </li>
          )}
        />
        {unsent.length === 0 && <TakeBack {...given} messages={messages} />}
        {typist !== undefined && <Typing texts={texts} name={typist || texts.get('team')} />}
        <li ref={end} class="end" aria-hidden="true" />
      </ol>
    </div>
  );
};

/** A conversation in progress: what was said, how the line is, and where one writes. */
export const Talk = (given: TalkProps & { store: ConversationStore }) => {
  const { surface, store, thread } = given;
  const { texts } = surface.context;
  addRich(surface);
  surface.addStyles(rules);
  useSignalEffect(() => {
    void thread.messages.value;
    if (surface.shown.value && store.visible.value) thread.see();
  });
  // Read when the focus comes in: that is how an opened thread is named.
  const name = thread.conversation.value?.subject || texts.get('messages');
  const state = thread.state.value;
  const line = store.line.value;
  return (
    <div class="thread" role="group" aria-label={name} {...dropsInto(thread.composer)}>
      {given.head}
      {state === 'loading' && <Waiting texts={texts} />}
      {typeof state === 'object' && (
        <Notice bad>
          {state.code === 'not_found' ? texts.get('threadGone') : failureText(texts, state)}
          <button type="button" class="text" onClick={thread.load}>
            {texts.get('tryAgain')}
          </button>
        </Notice>
      )}
      <Messages texts={texts} call={surface.context.session.call} store={store} thread={thread} />
      {line === 'waiting' && <Notice>{texts.get('connecting')}</Notice>}
      {line === 'polling' && (
        <p class="day" role="status">
          {texts.get('slowLine')}
        </p>
      )}
      {given.children}
      <ReplyForm
        surface={surface}
        uploads={store.uploads}
        thread={thread}
        label={given.label}
        check={given.check}
      />
    </div>
  );
};
