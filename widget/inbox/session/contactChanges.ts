import type { InboxEvent } from '../../../shared/inbox/events.ts';
import type { ContactChange } from '../../core/staff/context.ts';

/** The visitor whom an event is about; undefined where it's about none. */
export const contactChangeOf = ({
  kind,
  data,
}: {
  kind: string;
  data: unknown;
}): ContactChange | undefined => {
  const { conversation, contact } = (data ?? {}) as {
    conversation?: Extract<InboxEvent, { kind: 'conversation.changed' }>['data']['conversation'];
    contact?: string;
  };
  if (kind === 'contact.changed' && contact) return { visitor: contact, email: null };
  return conversation && { visitor: conversation.visitor.id, email: conversation.visitor.email };
};
