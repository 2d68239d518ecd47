import { useEffect, useState } from 'preact/hooks';
import type { InboxThread } from '../../../../shared/inbox/schema.ts';
import { useInbox } from '../../context.ts';
import { type CannedIndex, loadCanned } from './canned.ts';
import type { CompletionQuery } from './query.ts';
import { useFillReply } from './useFillReply.ts';

/** Colleagues shown at once. */
const maxPeople = 8;

/** One completion: what is shown of it, and the words that it writes. */
export interface Option {
  id: string;
  name: string;
  hint: string;
  words: string;
}

/** Canned replies that fit, filled in for the thread; null while they load. */
const useCannedOptions = ({ kind, text }: CompletionQuery, thread: InboxThread): Option[] | null => {
  const inbox = useInbox();
  const [index, setIndex] = useState<CannedIndex | null>(null);
  useEffect(() => {
    if (kind === '/') void inbox.attempt(loadCanned(inbox.call)).then(setIndex);
  }, [kind, inbox.overview.now.value]);
  const fillReply = useFillReply(thread);
  if (!index) return null;
  return index.find(text, thread.conversation.language).map((reply) => ({
    id: reply.id,
    name: reply.title,
    hint: `/${reply.shortcut}`,
    words: fillReply(reply.body),
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
export const useOptions = (ask: CompletionQuery, thread: InboxThread): Option[] | null => {
  const canned = useCannedOptions(ask, thread);
  const people = usePeopleOptions(ask);
  return ask.kind === '/' ? canned : people;
};
