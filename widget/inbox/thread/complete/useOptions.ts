import { useEffect, useState } from 'preact/hooks';
import type { InboxConversation } from '../../../../shared/core/conversations/schema.ts';
import type { CannedReply } from '../../../../shared/inbox/schema.ts';
import { fillVariables } from '../../../../shared/inbox/variables.ts';
import { useLanguage } from '../../../core/staff/context.ts';
import { moment } from '../../../core/staff/i18n.ts';
import { useInbox } from '../../context.ts';
import { type CannedIndex, loadCanned } from './canned.ts';
import type { CompletionQuery } from './query.ts';

/** Colleagues shown at once. */
const maxPeople = 8;

/** One completion: what is shown of it, and the words that it writes. */
export interface Option {
  id: string;
  name: string;
  hint: string;
  words: string;
}

/** The conversation that words are completed for, or what is known of one that is to be. */
export interface CompletionAbout extends Pick<InboxConversation, 'language' | 'promise'> {
  visitor: Pick<InboxConversation['visitor'], 'name' | 'email'>;
}

/** Canned replies that fit, filled in for the thread; null while they load. */
const useCannedOptions = (
  { kind, text }: CompletionQuery,
  conversation: CompletionAbout,
): Option[] | null => {
  const inbox = useInbox();
  const { tag } = useLanguage();
  const [index, setIndex] = useState<CannedIndex | null>(null);
  useEffect(() => {
    if (kind === '/') void inbox.attempt(loadCanned(inbox.call)).then(setIndex);
  }, [kind, inbox.overview.now.value]);
  const filled = (reply: CannedReply): string =>
    fillVariables(reply.body, {
      'visitor.name': conversation.visitor.name,
      'visitor.email': conversation.visitor.email ?? '',
      'agent.name': inbox.me.name,
      'site.name': inbox.membership.name,
      promise: conversation.promise ? moment(conversation.language || tag, conversation.promise.at) : '',
    });
  if (!index) return null;
  return index.find(text, conversation.language).map((reply) => ({
    id: reply.id,
    name: reply.title,
    hint: `/${reply.shortcut}`,
    words: filled(reply),
  }));
};

const usePeopleOptions = ({ text }: CompletionQuery): Option[] => {
  const inbox = useInbox();
  const isMeant = (name: string): boolean =>
    name
      .toLowerCase()
      .split(/\s+/)
      .some((part) => part.startsWith(text.toLowerCase()));
  return inbox.overview.now.value.people
    .filter(({ id, name }) => id !== inbox.me.id && isMeant(name))
    .slice(0, maxPeople)
    .map(({ id, name }) => ({ id, name, hint: '', words: `@${name} ` }));
};

/** Completions of the typed text; null while they load. */
export const useOptions = (ask: CompletionQuery, about: CompletionAbout): Option[] | null => {
  const canned = useCannedOptions(ask, about);
  const people = usePeopleOptions(ask);
  return ask.kind === '/' ? canned : people;
};
