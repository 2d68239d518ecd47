import type { InboxThread } from '../../../../shared/inbox/schema.ts';
import { fillVariables } from '../../../../shared/inbox/variables.ts';
import { useLanguage } from '../../../core/staff/context.ts';
import { moment } from '../../../core/staff/i18n.ts';
import { useInbox } from '../../context.ts';

/** The filling of a canned reply's variables for a conversation. */
export const useFillReply = ({ conversation }: InboxThread): ((body: string) => string) => {
  const inbox = useInbox();
  const { tag } = useLanguage();
  return (body) =>
    fillVariables(body, {
      'visitor.name': conversation.visitor.name,
      'visitor.email': conversation.visitor.email ?? '',
      'agent.name': inbox.me.name,
      'site.name': inbox.membership.name,
      promise: conversation.promise ? moment(conversation.language || tag, conversation.promise.at) : '',
    });
};
