import { type ReadonlySignal, signal } from '@preact/signals';
import type { InboxEvent } from '../../../shared/inbox/events.ts';
import type { LiveListener } from '../../core/net/live.ts';
import type { ContactChange } from '../../core/staff/context.ts';

/** The visitor whom an event is about; undefined where it's about none. */
const changeOf = ({ kind, data }: { kind: string; data: unknown }): ContactChange | undefined => {
  const { conversation, contact } = (data ?? {}) as {
    conversation?: Extract<InboxEvent, { kind: 'conversation.changed' }>['data']['conversation'];
    contact?: string;
  };
  if (kind === 'contact.changed' && contact) return { visitor: contact, email: null };
  return conversation && { visitor: conversation.visitor.id, email: conversation.visitor.email };
};

/** Says of whom something changed: in their conversations, or in what the team keeps of them. */
export const createContactChanges = (): LiveListener & { last: ReadonlySignal<ContactChange> } => {
  const last = signal<ContactChange>({ visitor: null, email: null });
  return {
    last,
    onEvent(event) {
      const change = changeOf(event as { kind: string; data: unknown });
      if (change) last.value = change;
    },
    onReset() {
      last.value = { visitor: null, email: null };
    },
  };
};
