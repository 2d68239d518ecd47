import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { InboxThread } from '../../shared/inbox/schema.ts';
import type { Unsent } from '../core/net/outbox.ts';
import { Composer } from './Composer.tsx';
import { useFeatures, useLanguage } from '../core/staff/context.ts';
import { useInbox } from './context.ts';
import { fill, moment } from '../core/staff/i18n.ts';
import { Icon, IconButton } from '../core/staff/Icon.tsx';
import type { Over } from './Inbox.tsx';
import { MessageItem, UnsentItem } from './Message.tsx';
import type { Outgoing } from './model.ts';
import { Due, Labels } from './Row.tsx';
import { Side } from './Side.tsx';

/** Nearer to the end than this, new messages keep the thread at its end, CSS pixels. */
const nearEnd = 120;

/** Who else looks at it or writes in it. */
const Others = ({ conversation }: { conversation: string }) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const others = inbox.viewers.of.value[conversation] ?? [];
  const writing = others.filter((viewer) => viewer.isWriting);
  const names = (writing.length ? writing : others).map((viewer) => viewer.name).join(', ');
  return (
    <p class={writing.length ? 'also writing' : 'also'} role="status">
      {names && (
        <>
          <Icon name={writing.length ? 'pen' : 'eye'} />
          <span>{fill(writing.length ? texts.alsoWriting : texts.alsoHere, { names })}</span>
        </>
      )}
    </p>
  );
};

const Head = ({
  thread,
  showSide,
  choose,
}: {
  thread: InboxThread;
  showSide(): void;
  choose(over: Over): void;
}) => {
  const inbox = useInbox();
  const language = useLanguage();
  const { texts, tag } = language;
  const { conversation } = thread;
  const mine = conversation.assignee?.id === inbox.me.id;
  return (
    <header class="head">
      <IconButton icon="back" label={texts.back} class="only-narrow" onClick={() => inbox.open(null)} />
      <div class="head-text">
        <h2 dir="auto" tabIndex={-1} id="conversation-title">
          {conversation.subject}
        </h2>
        <p class="quiet facts">
          <bdi>{conversation.visitor.name || texts.anonymous}</bdi>
          {' · '}
          <bdi>{conversation.assignee?.name ?? conversation.team?.name ?? texts.nobody}</bdi>
          {' · '}
          <span>
            {conversation.status === 'snoozed' && conversation.snoozedUntil !== null
              ? fill(texts.snoozedUntil, { time: moment(tag, conversation.snoozedUntil) })
              : texts[`status_${conversation.status}`]}
          </span>{' '}
          <Due item={conversation} now={inbox.now.value} language={language} />{' '}
          {conversation.priority !== 'normal' && (
            <span class={`priority ${conversation.priority}`}>
              {texts[`priority_${conversation.priority}`]}
            </span>
          )}
          <Labels ids={conversation.labels} />
        </p>
      </div>
      <IconButton icon="info" label={texts.showDetails} class="only-medium" onClick={showSide} />
      <div class="actions">
        {conversation.held && (
          <button type="button" onClick={() => inbox.act({ held: false }, [conversation.id])}>
            {texts.letIn}
          </button>
        )}
        <button
          type="button"
          onClick={() => inbox.act({ assignee: mine ? null : inbox.me.id }, [conversation.id])}
        >
          {mine ? texts.giveBack : texts.assignToMe}
        </button>
        <IconButton icon="snoozed" label={texts.snooze} class="in-menu" onClick={() => choose('snooze')} />
        <IconButton icon="label" label={texts.label} class="in-menu" onClick={() => choose('label')} />
        <IconButton icon="more" label={texts.moreActions} onClick={() => choose('commands')} />
        <button
          type="button"
          class="primary"
          onClick={() =>
            inbox.act({ status: conversation.status === 'closed' ? 'open' : 'closed' }, [conversation.id])
          }
        >
          {conversation.status === 'closed' ? texts.reopen : texts.close}
        </button>
      </div>
    </header>
  );
};

const Thread = ({ thread, choose }: { thread: InboxThread; choose(over: Over): void }) => {
  const inbox = useInbox();
  const features = useFeatures();
  const { texts } = useLanguage();
  const [side, setSide] = useState(false);
  const [taken, setTaken] = useState<string | null>(null);
  const [isBehind, setBehind] = useState(false);
  const box = useRef<HTMLOListElement>(null);
  const isAtEnd = useRef(true);
  const unsent = inbox.unsent.value;
  const { conversation, messages } = thread;
  const length = messages.length + unsent.length;
  const isTyping = inbox.isTyping.value;

  useLayoutEffect(() => {
    const element = box.current!;
    const goal = inbox.goal.value && document.getElementById(`message-${inbox.goal.value}`);
    if (goal) {
      goal.scrollIntoView({ block: 'center' });
      isAtEnd.current = false;
      return;
    }
    const own = unsent.length > 0 || messages.at(-1)?.author.id === inbox.me.id;
    // Somebody who reads further up is not pulled away; what they send themselves they see.
    if (isAtEnd.current || own) element.scrollTop = element.scrollHeight;
    else setBehind(true);
  }, [length, isTyping, inbox.goal.value]);

  const name = conversation.visitor.name || texts.anonymous;
  const lastSeen = messages.findLast(
    (message) =>
      message.author.kind === 'staff' &&
      message.visibility === 'public' &&
      message.seq <= conversation.visitorSeen,
  );
  const takeBack = (item: Unsent<Outgoing>): void => {
    inbox.takeBack(item.id);
    setTaken(item.payload.body);
  };
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
        <ol
          class="messages"
          aria-live="polite"
          tabIndex={0}
          aria-label={conversation.subject}
          ref={box}
          onScroll={(event) => {
            const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
            isAtEnd.current = scrollHeight - scrollTop - clientHeight < nearEnd;
            if (!isAtEnd.current) return;
            setBehind(false);
            // Who has come back to the end is not sent to what was found again.
            inbox.goal.value = null;
          }}
        >
          {messages.map((message) => (
            <MessageItem key={message.id} message={message} seen={message === lastSeen} />
          ))}
          {unsent.map((item) => (
            <UnsentItem key={item.id} item={item} takeBack={takeBack} />
          ))}
          {isTyping && (
            <li class="message visitor typing">
              <p class="by">{fill(texts.typing, { name })}</p>
            </li>
          )}
        </ol>
        {isBehind && (
          <button
            type="button"
            class="behind"
            onClick={() => {
              box.current!.scrollTop = box.current!.scrollHeight;
              setBehind(false);
            }}
          >
            {texts.newBelow}
          </button>
        )}
        <Others conversation={conversation.id} />
        <Composer thread={thread} name={name} taken={taken} />
      </section>
      <Side thread={thread} shown={side} close={() => setSide(false)} choose={choose} />
    </>
  );
};

/** The thread, the composer and what is known of the visitor. */
export const Conversation = ({ choose }: { choose(over: Over): void }) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const thread = inbox.thread.value;
  const isOpened = useRef(false);
  // On a phone the list is gone when a conversation is there: its title gets the focus that the row had.
  useEffect(() => {
    if (thread && !isOpened.current && matchMedia('(width < 860px)').matches)
      document.getElementById('conversation-title')?.focus();
    isOpened.current = thread !== null;
  }, [thread?.conversation.id]);

  if (!inbox.selected.value)
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
