import type { InboxConversation } from '../../../../shared/core/conversations/schema.ts';
import { fillVariables } from '../../../../shared/inbox/variables.ts';
import { useLanguage } from '../../../core/staff/context.ts';
import { moment } from '../../../core/staff/i18n.ts';
import { useInbox } from '../../context.ts';

/** The conversation that words are completed for, or what is known of one that is to be. */
export interface CompletionAbout extends Pick<InboxConversation, 'language' | 'promise'> {
  visitor: Pick<InboxConversation['visitor'], 'name' | 'email'>;
}

/** The filling of a canned reply's variables for a conversation. */
export const useFillReply = (conversation: CompletionAbout): ((body: string) => string) => {
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
