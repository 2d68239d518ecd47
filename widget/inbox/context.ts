import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Inbox } from './session/inbox.ts';

export const InboxContext = createContext<Inbox | null>(null);

/** The inbox that the page shows; only inside of one. */
export const useInbox = (): Inbox => {
  const inbox = useContext(InboxContext);
  if (!inbox) throw new Error('outside of an inbox');
  return inbox;
};
