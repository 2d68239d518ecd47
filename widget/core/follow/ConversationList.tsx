import type { VisitorConversation } from '../../../shared/core/conversations/schema.ts';
import { chevronEnd } from '../icons.ts';
import { promiseText } from '../promiseText.ts';
import type { Surface } from '../surface.ts';
import { Icon, Notice } from '../ui/parts.tsx';
import type { Visit } from '../visit.ts';
import type { Follow } from './follow.ts';
import { UnsentNotice } from './UnsentNotice.tsx';
import rules from './follow.css?inline';

const stateText = (visit: Visit, row: VisitorConversation): string => {
  const { texts } = visit;
  if (row.status === 'closed') return texts.say('closed');
  return row.promise
    ? promiseText(visit, row.promise, Date.now())
    : texts.say(row.staffSeen ? 'answered' : 'promiseNone');
};

/** The visitor's conversations with their state, and the questions that wait to be sent. */
export const ConversationList = (given: { surface: Surface; follow: Follow; onEdit(id: string): void }) => {
  const { surface, follow } = given;
  const { texts } = surface.visit;
  surface.addStyles(rules);
  const unsent = follow.outbox.items.value.filter(({ payload }) => payload.kind !== 'message');
  const rows = follow.conversations.value;
  if (!rows.length && !unsent.length && !follow.failed.value) return null;
  return (
    <section class="stack">
      <h3>{texts.say('yourConversations')}</h3>
      {follow.failed.value && <Notice bad>{texts.say('connecting')}</Notice>}
      <ul class="list">
        {unsent.map((item) => (
          <li key={item.id} class="row">
            <strong dir="auto">{(item.payload.body as { title?: string }).title}</strong>
            <UnsentNotice texts={texts} follow={follow} item={item} onEdit={() => given.onEdit(item.id)} />
          </li>
        ))}
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              class="row"
              onClick={() => {
                surface.conversation.value = row.id;
              }}
            >
              <span class="words">
                <strong dir="auto">{row.subject}</strong>
                <span class="soft">{stateText(surface.visit, row)}</span>
              </span>
              {row.unread > 0 && <span class="count">{texts.say('unreadShort', { count: row.unread })}</span>}
              <Icon path={chevronEnd} turns />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
