import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import type { Sort, View } from '../../../shared/inbox/schema.ts';

/* Where a conversation belongs in the list. The server decides; this only spares a round trip an event. */

/** The sort key of what comes last: nothing is owed. */
const never = Number.MAX_SAFE_INTEGER;

/** The order that a view has unless somebody chooses another; the server's own. */
export const usualSort = (view: View): Sort =>
  /^(?:closed|snoozed|held|mentions|all)$/.test(view) ? 'newest' : 'promise';

/** True when a conversation belongs into a view. */
const belongs = (view: View, item: InboxConversation, me: string): boolean => {
  if (item.mergedInto) return false;
  if (view === 'held') return item.held && item.status === 'open';
  if (item.held) return false;
  if (view === 'closed' || view === 'snoozed') return item.status === view;
  if (item.status !== 'open') return false;
  const subject = view.slice(view.indexOf(':') + 1);
  if (view === 'waiting') return item.waitingFor === 'staff';
  if (view === 'mine') return item.assignee?.id === me;
  if (view === 'unassigned') return item.assignee === null;
  if (view.startsWith('label:')) return item.labels.includes(subject);
  if (view.startsWith('team:')) return item.team?.id === subject;
  if (view.startsWith('kind:')) return item.kind === subject;
  return view === 'all';
};

const compare =
  (sort: Sort) =>
  (one: InboxConversation, other: InboxConversation): number => {
    const key = (item: InboxConversation): number =>
      sort === 'promise' ? (item.promise?.at ?? never) : item.lastMessageAt;
    const sign = sort === 'newest' ? -1 : 1;
    return sign * (key(one) - key(other) || (one.id < other.id ? -1 : 1));
  };

/** The list that a conversation is placed in. */
interface Shown {
  view: View;
  sort: Sort;
  isSearching: boolean;
  /** Whether more is to be loaded behind the last row. */
  hasMore: boolean;
}

/** Puts a conversation where it belongs now. @param me the person whose list it is @returns the rows, the same ones when nothing changes */
export const placeRow = (
  rows: readonly InboxConversation[],
  item: InboxConversation,
  { view, sort, isSearching, hasMore }: Shown,
  me: string,
): readonly InboxConversation[] => {
  const place = rows.findIndex((row) => row.id === item.id);
  // Results of a search stay where they are, and so does the list of where one was named.
  if (isSearching || view === 'mentions') return place >= 0 ? rows.with(place, item) : rows;
  const order = compare(sort);
  const others = place >= 0 ? rows.toSpliced(place, 1) : rows;
  if (!belongs(view, item, me)) return others;
  const at = others.findIndex((row) => order(item, row) < 0);
  // What sorts behind all that is loaded comes with its page.
  if (at < 0 && hasMore && place < 0) return rows;
  return others.toSpliced(at < 0 ? others.length : at, 0, item);
};
