import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { moment } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { IconButton } from '../../core/staff/Icon.tsx';
import type { Over } from '../actions/over.ts';
import { useInbox } from '../context.ts';
import { Due } from '../list/Due.tsx';
import { Labels } from '../list/Labels.tsx';

/** The conversation's subject and state, and what can be done with it. */
export const Head = ({
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
        <h2 dir="auto" tabIndex={-1} id="conversation-title" title={conversation.subject}>
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
          </span>
          <Due item={conversation} now={inbox.now.value} language={language} />
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
          <button type="button" onClick={() => inbox.actions.act({ held: false }, [conversation.id])}>
            {texts.letIn}
          </button>
        )}
        {!mine && (
          <IconButton
            icon="mine"
            label={texts.assignToMe}
            onClick={() => inbox.actions.act({ assignee: inbox.me.id }, [conversation.id])}
          />
        )}
        <IconButton icon="snoozed" label={texts.snooze} class="in-menu" onClick={() => choose('snooze')} />
        <IconButton icon="label" label={texts.label} class="in-menu" onClick={() => choose('label')} />
        <IconButton icon="more" label={texts.moreActions} onClick={() => choose('conversation')} />
        <button
          type="button"
          onClick={() =>
            inbox.actions.act({ status: conversation.status === 'closed' ? 'open' : 'closed' }, [
              conversation.id,
            ])
          }
        >
          {conversation.status === 'closed' ? texts.reopen : texts.close}
        </button>
      </div>
    </header>
  );
};
