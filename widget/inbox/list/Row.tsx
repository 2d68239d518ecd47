import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import type { Found } from '../../../shared/inbox/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { useInbox } from '../context.ts';
import { ago, exact } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { Marked } from './Marked.tsx';
import { RowState } from './RowState.tsx';

/** Height of every row, CSS pixels; the style sheet's `--row` says the same. */
export const rowHeight = 92;

/** A conversation in the list: a click opens it, a box or a long press picks it. */
export const Row = ({
  item,
  found,
  place,
  size,
}: {
  item: InboxConversation;
  found: Found | undefined;
  place: number;
  /** Rows of the whole list; -1 while not all are known. */
  size: number;
}) => {
  const inbox = useInbox();
  const { texts, tag } = useLanguage();
  const now = inbox.now.value;
  const isPicked = inbox.list.picked.value.has(item.id);
  const isPicking = inbox.list.picked.value.size > 0;
  const name = item.visitor.name || texts.anonymous;
  return (
    <li
      aria-posinset={place + 1}
      aria-setsize={size}
      class={isPicked || isPicking ? 'picking' : ''}
      style={{ insetBlockStart: `${place * rowHeight}px` }}
    >
      <input
        type="checkbox"
        class="pick"
        tabIndex={-1}
        aria-label={fill(texts.pick, { subject: item.subject })}
        checked={isPicked}
        onChange={(event) => inbox.list.pick(item.id, event.currentTarget.checked)}
      />
      <button
        type="button"
        class={item.unread > 0 ? 'row unread' : 'row'}
        id={`row-${item.id}`}
        aria-current={inbox.thread.id.value === item.id ? 'true' : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) inbox.list.pick(item.id);
          else inbox.open(item.id, found?.excerpt?.message);
        }}
        // A long press, where there is no pointer that hovers.
        onContextMenu={(event) => {
          if ((event as Partial<PointerEvent>).pointerType !== 'touch') return;
          event.preventDefault();
          inbox.list.pick(item.id);
        }}
      >
        <span class="row-top">
          <span class="who" dir="auto">
            <Marked text={name} ranges={found?.name} />
          </span>
          {item.priority !== 'normal' && (
            <span class={`priority ${item.priority}`}>{texts[`priority_${item.priority}`]}</span>
          )}
          <time dateTime={new Date(item.lastMessageAt).toISOString()} title={exact(tag, item.lastMessageAt)}>
            {ago(tag, item.lastMessageAt, now)}
          </time>
        </span>
        <span class="subject" dir="auto">
          <Marked text={item.subject} ranges={found?.subject} />
        </span>
        <span class="preview" dir="auto">
          {found?.excerpt ? (
            <Marked text={found.excerpt.text} ranges={found.excerpt.matches} />
          ) : (
            item.preview
          )}
        </span>
        <RowState item={item} />
      </button>
    </li>
  );
};
