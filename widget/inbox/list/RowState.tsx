import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import { Icon } from '../../core/staff/Icon.tsx';
import { useLanguage } from '../../core/staff/context.ts';
import { moment } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useInbox } from '../context.ts';
import { Due } from './Due.tsx';
import { Labels } from './Labels.tsx';

/** The state of a conversation, in one line: unread, due, snoozed, its assignee, who looks at it, its labels. */
export const RowState = ({ item }: { item: InboxConversation }) => {
  const inbox = useInbox();
  const language = useLanguage();
  const { texts, tag } = language;
  const others = inbox.viewers.of.value[item.id] ?? [];
  const names = others.map((viewer) => viewer.name).join(', ');
  return (
    <span class="row-bottom">
      {item.unread > 0 && <span class="badge">{fill(texts.unread, { count: item.unread })}</span>}
      <Due item={item} now={inbox.now.value} language={language} />
      {item.snoozedUntil !== null && (
        <span class="quiet">{fill(texts.until, { time: moment(tag, item.snoozedUntil) })}</span>
      )}
      {item.assignee && (
        <span class="quiet holder" dir="auto">
          {item.assignee.name}
        </span>
      )}
      {item.team && (
        <span class="quiet holder" dir="auto">
          {item.team.name}
        </span>
      )}
      {others.length > 0 && (
        <span class="others" title={names}>
          <Icon name="eye" />
          <span class="unseen">{fill(texts.alsoHere, { names })}</span>
        </span>
      )}
      <Labels ids={item.labels} />
    </span>
  );
};
