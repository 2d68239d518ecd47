import type { VisitorConversation } from '../../../shared/core/conversations/schema.ts';
import { chevronEnd } from '../ui/icons.ts';
import { promiseText } from '../text/promiseText.ts';
import type { Surface } from '../context.ts';
import { useLocalSignal } from '../ui/hooks.ts';
import { Icon, Notice } from '../ui/parts.tsx';
import type { WidgetContext } from '../context.ts';
import type { ConversationStore } from './types.ts';
import { UnsentNotice } from './UnsentNotice.tsx';
import rules from './conversations.css?inline';

const stateText = (context: WidgetContext, row: VisitorConversation): string => {
  const { texts } = context;
  if (row.status === 'closed') return texts.get('closed');
  return row.promise
    ? promiseText(context, row.promise, Date.now())
    : texts.get(row.staffSeen ? 'answered' : 'promiseNone');
};

/** Leads to what is kept of the visitor; its part is loaded when it is wanted. */
const OwnData = ({ surface, store }: { surface: Surface; store: ConversationStore }) => {
  const part = useLocalSignal<typeof import('../privacy/OwnData.tsx') | null>(null);
  if (part.value)
    return <part.value.OwnData surface={surface} store={store} onClose={() => (part.value = null)} />;
  const load = async (): Promise<void> => {
    part.value = await import('../privacy/OwnData.tsx').catch(() => null);
  };
  return (
    <div class="actions">
      <button type="button" class="text" onClick={() => void load()}>
        {surface.context.texts.get('yourData')}
      </button>
    </div>
  );
};

/** The visitor's conversations with their state, and the questions that wait to be sent. */
export const ConversationList = (given: {
  surface: Surface;
  store: ConversationStore;
  onEdit(id: string): void;
}) => {
  const { surface, store } = given;
  const { texts, session } = surface.context;
  surface.addStyles(rules);
  const unsent = store.outbox.items.value.filter(({ payload }) => payload.kind !== 'message');
  const rows = store.conversations.value;
  if (!rows.length && !unsent.length && !store.failed.value)
    // Who only commented, voted or asked for a call has nothing to open, and data of their own all the same.
    return store.readings.value > 0 && session.isKnown ? <OwnData surface={surface} store={store} /> : null;
  return (
    <section class="stack">
      <h3>{texts.get('yourConversations')}</h3>
      {store.failed.value && <Notice bad>{texts.get('connecting')}</Notice>}
      <ul class="list">
        {unsent.map((item) => (
          <li key={item.id} class="row">
            <strong dir="auto">{(item.payload.body as { title?: string }).title}</strong>
            <UnsentNotice texts={texts} store={store} item={item} onEdit={() => given.onEdit(item.id)} />
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
                <span class="soft">{stateText(surface.context, row)}</span>
              </span>
              {row.unread > 0 && <span class="count">{texts.get('unreadShort', { count: row.unread })}</span>}
              <Icon path={chevronEnd} turns />
            </button>
          </li>
        ))}
      </ul>
      <OwnData surface={surface} store={store} />
    </section>
  );
};
