import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import type { Found } from '../../../shared/inbox/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { useInbox } from '../context.ts';
import { ago, exact, type Language, moment, span } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { Icon } from '../../core/staff/Icon.tsx';
import { Marked } from './Marked.tsx';

/** Height of every row, CSS pixels; the style sheet's `--row` says the same. */
export const rowHeight = 92;

/** A promise that is nearer than this is shown as urgent, milliseconds. */
const soon = 15 * 60_000;

/** How a promise stands: words and, only when it is late or about to be, colour. */
export const Due = ({
  item,
  now,
  language,
}: {
  item: InboxConversation;
  now: number;
  language: Language;
}) => {
  if (!item.promise || item.waitingFor !== 'staff') return null;
  const left = item.promise.at - now;
  const { tag, texts } = language;
  return (
    <span
      class={left < 0 ? 'due late' : left < soon ? 'due soon' : 'due'}
      title={exact(tag, item.promise.at)}
    >
      {left < 0 ? fill(texts.late, { time: span(tag, -left) }) : fill(texts.dueIn, { time: span(tag, left) })}
    </span>
  );
};

export const Labels = ({ ids }: { ids: readonly string[] }) => {
  const { labels } = useInbox().overview.now.value;
  return labels
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name, colour }) => (
      <span key={id} class={`chip ${colour}`}>
        <bdi>{name}</bdi>
      </span>
    ));
};

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
  const language = useLanguage();
  const { texts, tag } = language;
  const now = inbox.now.value;
  const isPicked = inbox.list.picked.value.has(item.id);
  const isPicking = inbox.list.picked.value.size > 0;
  const name = item.visitor.name || texts.anonymous;
  const others = inbox.viewers.of.value[item.id] ?? [];
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
        <span class="row-bottom">
          {item.unread > 0 && <span class="badge">{fill(texts.unread, { count: item.unread })}</span>}
          <Due item={item} now={now} language={language} />
          {item.snoozedUntil !== null && (
            <span class="quiet">{fill(texts.until, { time: moment(tag, item.snoozedUntil) })}</span>
          )}
          {item.assignee && <span class="quiet holder">{item.assignee.name}</span>}
          {item.team && <span class="quiet holder">{item.team.name}</span>}
          {others.length > 0 && (
            <span class="others" title={others.map((viewer) => viewer.name).join(', ')}>
              <Icon name="eye" />
              <span class="unseen">
                {fill(texts.alsoHere, { names: others.map((viewer) => viewer.name).join(', ') })}
              </span>
            </span>
          )}
          <Labels ids={item.labels} />
        </span>
      </button>
    </li>
  );
};
