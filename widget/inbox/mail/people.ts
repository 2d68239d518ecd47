import type { MailPerson } from '../../../shared/core/conversations/mailPeople.ts';
import { peopleOf } from '../../../shared/core/conversations/mailNames.ts';
import type { InboxThread } from '../../../shared/inbox/schema.ts';

/** Two addresses of one mailbox, as far as a browser can tell: the server compares them again. */
export const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Everybody besides the visitor whom the conversation's emails name, each once, by their last name. */
export const participantsOf = ({ conversation, messages }: InboxThread): MailPerson[] => {
  const found = new Map<string, MailPerson>();
  for (const { mail, visibility } of messages)
    if (mail && visibility === 'public')
      for (const person of peopleOf({ ...mail, bcc: [] })) {
        const key = person.address.toLowerCase();
        if (key !== conversation.visitor.email?.toLowerCase())
          found.set(key, { ...person, name: person.name || (found.get(key)?.name ?? '') });
      }
  return [...found.values()];
};
