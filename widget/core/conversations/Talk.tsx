import { useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Message } from '../../../shared/core/conversations/schema.ts';
import { failureText } from '../text/failureText.ts';
import type { TextKey, Texts } from '../text/i18n.ts';
import { Rich } from '../ui/Rich.tsx';
import { addRich } from '../ui/richRules.ts';
import type { Unsent } from '../net/outbox.ts';
import type { Surface } from '../context.ts';
import { clockTime, dayName, whenText } from '../text/times.ts';
import { Face, Notice, Waiting } from '../ui/parts.tsx';
import { useOwn, useStay } from '../ui/hooks.ts';
import { When } from '../ui/When.tsx';
import { Composer } from './Composer.tsx';
import { FileView } from './FileViews.tsx';
import type { Files } from './files.ts';
import type { ConversationStore, Sending } from './types.ts';
import rules from './conversations.css?inline';
import type { Thread } from './types.ts';
import { UnsentNotice } from './UnsentNotice.tsx';

/** Messages of one author within so long stand together, milliseconds. */
const groupGap = 5 * 60_000;

/**
 * What happened, in the reader's words; empty for what has none, and is shown as it was written. A feature's own stand
 * among the words under the notice's kind.
 */
const noticeText = (texts: Texts, { notice, at }: Message): string =>
  notice
    ? texts.say((notice.kind === 'ended' && notice.values['name'] ? 'endedBy' : notice.kind) as TextKey, {
        ...notice.values,
        when: whenText(texts, Number(notice.values['at'] ?? at), Date.now()),
      })
    : '';

const Bubble = (given: {
  texts: Texts;
  files: Files;
  message: Message;
  before: Message | undefined;
  after: Message | undefined;
  mark: string;
}) => {
  const { texts, message, before, after } = given;
  const { kind, name } = message.author;
  const joins = (other: Message | undefined): boolean =>
    other !== undefined &&
    other.author.kind === kind &&
    other.author.id === message.author.id &&
    Math.abs(other.at - message.at) < groupGap;
  const newDay = !before || new Date(before.at).toDateString() !== new Date(message.at).toDateString();
  const own = kind === 'visitor';
  const happened = noticeText(texts, message);
  const author = own ? texts.say('you') : name || texts.say('team');
  return (
    <>
      {newDay && (
        <li class="day">
          <When texts={texts} at={message.at} text={dayName(texts, message.at, Date.now())} />
        </li>
      )}
      {happened ? (
        <li class="day">{happened}</li>
      ) : (
        <li class={`message ${kind}`}>
          {!joins(before) && !own && (
            <p class="by">
              <Face name={author} />
              {author}
            </p>
          )}
          {own && <span class="unseen">{author}: </span>}
          {message.body.trim() && (
            <div class="bubble" dir="auto">
              <Rich nodes={message.rich} />
            </div>
          )}
          {message.attachments.map((file) => (
            <FileView key={file.id} texts={texts} files={given.files} file={file} />
          ))}
          {(!joins(after) || given.mark) && (
            <p class="mark soft">
              <When texts={texts} at={message.at} text={clockTime(texts, message.at)} />
              {given.mark && ` · ${given.mark}`}
            </p>
          )}
        </li>
      )}
    </>
  );
};

const bodyOf = ({ payload }: Unsent<Sending>): string => (payload.body as { body: string }).body;

const Messages = ({
  surface,
  store,
  thread,
}: {
  surface: Surface;
  store: ConversationStore;
  thread: Thread;
}) => {
  const { texts } = surface.context;
  const messages = thread.messages.value;
  const unsent = thread.unsent.value;
  const seen = thread.conversation.value?.staffSeen ?? 0;
  const typist = thread.typist.value;
  const own = messages.filter(({ author }) => author.kind === 'visitor');
  // How far it is stands where it changes: under the last that was seen, and under the last.
  const lastSeen = own.findLast(({ seq }) => seq <= seen);
  const last = own.at(-1);
  const end = useRef<HTMLLIElement>(null);
  useLayoutEffect(
    () => end.current?.scrollIntoView?.({ block: 'nearest' }),
    [messages.length, unsent.map(({ state }) => state).join(), typist, thread.uploads.value.length],
  );
  return (
    <div role="log" aria-label={texts.say('messages')}>
      <ol class="messages">
        {messages.map((message, index) => (
          <Bubble
            key={message.id}
            texts={texts}
            files={store.files}
            message={message}
            before={messages[index - 1]}
            after={messages[index + 1]}
            mark={message === lastSeen ? texts.say('seen') : message === last ? texts.say('sent') : ''}
          />
        ))}
        {unsent.map((item) => (
          <li key={item.id} class="message visitor">
            {bodyOf(item).trim() && (
              <div class="bubble" dir="auto">
                <p class="plain">{bodyOf(item)}</p>
              </div>
            )}
            {item.payload.files?.map((file) => (
              <p key={file.id} class="mark soft">
                <bdi>{file.name}</bdi>
              </p>
            ))}
            <UnsentNotice
              texts={texts}
              store={store}
              item={item}
              onEdit={() => thread.edit(item)}
              onDrop={() => thread.drop(item)}
            />
          </li>
        ))}
        {typist !== undefined && (
          <li class="message staff typing">
            <Face name={typist || texts.say('team')} />
            <span class="bubble">
              <i />
              <i />
              <i />
            </span>
            <span class="unseen" role="status">
              {texts.say('typing', { name: typist || texts.say('team') })}
            </span>
          </li>
        )}
        <li ref={end} class="end" aria-hidden="true" />
      </ol>
    </div>
  );
};

/** The time, anew every few seconds, so that what depends on it stays true while it is looked at. */
export const useNow = (): number => {
  const now = useOwn(Date.now());
  useStay(() => {
    const timer = setInterval(() => {
      now.value = Date.now();
    }, 10_000);
    return () => clearInterval(timer);
  });
  return now.value;
};

/**
 * A conversation in progress: what was said, how the line is, and where one writes.
 * @param head what stands above it and stays in sight
 * @param children what stands between the messages and the box
 */
export const Talk = (given: {
  surface: Surface;
  store: ConversationStore;
  thread: Thread;
  head: ComponentChildren;
  children?: ComponentChildren;
  label?: string | undefined;
  check?: (() => boolean) | undefined;
}) => {
  const { surface, store, thread } = given;
  const { texts } = surface.context;
  addRich(surface);
  surface.addStyles(rules);
  useSignalEffect(() => {
    thread.messages.value;
    if (surface.shown.value && store.visible.value) thread.see();
  });
  const state = thread.state.value;
  const line = store.line.value;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files are dropped on it; the button beside the box does the same
    <div
      class="thread"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (event.dataTransfer?.files.length) store.uploads.add(thread.id, event.dataTransfer.files);
      }}
    >
      {given.head}
      {state === 'loading' && <Waiting texts={texts} />}
      {typeof state === 'object' && (
        <Notice bad>
          {state.code === 'not_found' ? texts.say('threadGone') : failureText(texts, state)}
          <button type="button" class="text" onClick={thread.load}>
            {texts.say('tryAgain')}
          </button>
        </Notice>
      )}
      <Messages surface={surface} store={store} thread={thread} />
      {line === 'waiting' && <Notice>{texts.say('connecting')}</Notice>}
      {line === 'polling' && (
        <p class="day" role="status">
          {texts.say('slowLine')}
        </p>
      )}
      {given.children}
      <Composer surface={surface} store={store} thread={thread} label={given.label} check={given.check} />
    </div>
  );
};
