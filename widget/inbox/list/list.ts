import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { LiveEvent } from '../../../shared/core/events.ts';
import type { InboxEvent } from '../../../shared/inbox/events.ts';
import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import { listInbox, searchInbox } from '../../../shared/inbox/routes.ts';
import type { Found, Sort, View } from '../../../shared/inbox/schema.ts';
import type { Attempt } from '../../core/net/attempt.ts';
import type { Call } from '../../core/net/client.ts';

/** Rows asked for at a time. */
const pageSize = 60;
/** Conversations that can be changed at once; the server's own limit. */
const maxPicked = 100;
/** A message is found so long after it was written, at the latest, milliseconds: then an open search looks again. */
const foundAfter = 2_000;
/** The search follows the typing after this pause, milliseconds. */
const searchPause = 120;

/** What sorts last: nothing is owed. */
const never = Number.MAX_SAFE_INTEGER;

/** The order that a view has unless somebody chooses another; the server's own. */
export const usualSort = (view: View): Sort =>
  /^(?:closed|snoozed|held|mentions|all)$/.test(view) ? 'newest' : 'promise';

/** True when a conversation belongs into a view. The server decides; this only spares a round trip an event. */
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

/** The rows of a view, or what a search found, kept current by what happens. */
export const createList = (call: Call, attempt: Attempt, me: string) => {
  const view = signal<View>('waiting');
  const sort = signal<Sort>('promise');
  const query = signal('');
  const rows = signal<readonly InboxConversation[] | null>(null);
  const found = signal<ReadonlyMap<string, Found>>(new Map());
  const next = signal<string | null>(null);
  const picked = signal<ReadonlySet<string>>(new Set());
  /** The row that is to have the focus, and to be seen. */
  const wanted = signal<string | null>(null);
  const isSearching = computed(() => query.value.trim() !== '');
  let generation = 0;
  let loadingMore = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let searchTimer: ReturnType<typeof setTimeout> | undefined;

  const search = async (): Promise<number | null> => {
    const own = ++generation;
    const reply = await attempt(call(searchInbox, { query: { q: query.value } }));
    if (!reply || own !== generation) return null;
    found.value = new Map(reply.results.map((one) => [one.conversation.id, one]));
    rows.value = reply.results.map((one) => one.conversation);
    next.value = null;
    return null;
  };

  /** @returns the log's place that the rows are of, or null */
  const load = async (): Promise<number | null> => {
    if (isSearching.value) return search();
    const own = ++generation;
    const page = await attempt(
      call(listInbox, { query: { view: view.value, sort: sort.value, limit: pageSize } }),
    );
    if (!page) return null;
    // Somebody who was quick looks at another view already; where the stream begins is told all the same.
    if (own === generation) {
      rows.value = page.conversations;
      next.value = page.next;
    }
    return page.cursor;
  };

  /** Puts a conversation where it belongs now. */
  const take = (item: InboxConversation): void => {
    const all = rows.value;
    if (!all) return;
    const place = all.findIndex((row) => row.id === item.id);
    // Results of a search stay where they are, and so does the list of where one was named.
    if (isSearching.value || view.value === 'mentions') {
      if (place >= 0) rows.value = all.with(place, item);
      return;
    }
    const order = compare(sort.value);
    const others = place >= 0 ? all.toSpliced(place, 1) : all;
    if (!belongs(view.value, item, me)) {
      if (place >= 0) rows.value = others;
      return;
    }
    const at = others.findIndex((row) => order(item, row) < 0);
    // What sorts behind all that is loaded comes with its page.
    if (at < 0 && next.value && place < 0) return;
    rows.value = others.toSpliced(at < 0 ? others.length : at, 0, item);
  };

  const startAnew = (): void => {
    rows.value = null;
    found.value = new Map();
    picked.value = new Set();
    next.value = null;
    void load();
  };

  return {
    view: view as ReadonlySignal<View>,
    sort: sort as ReadonlySignal<Sort>,
    query: query as ReadonlySignal<string>,
    isSearching,
    rows: rows as ReadonlySignal<readonly InboxConversation[] | null>,
    found: found as ReadonlySignal<ReadonlyMap<string, Found>>,
    next: next as ReadonlySignal<string | null>,
    picked: picked as ReadonlySignal<ReadonlySet<string>>,
    wanted,
    load,
    show(wantedView: View): void {
      view.value = wantedView;
      sort.value = usualSort(wantedView);
      query.value = '';
      startAnew();
    },
    setSort(order: Sort): void {
      sort.value = order;
      startAnew();
    },
    /** Searches while somebody types; an empty text goes back to the view. */
    search(text: string): void {
      const was = isSearching.value;
      query.value = text;
      clearTimeout(timer);
      if (!isSearching.value) {
        if (was) startAnew();
        return;
      }
      timer = setTimeout(() => void search(), searchPause);
    },
    async more(): Promise<void> {
      const after = next.value;
      if (!after || loadingMore) return;
      loadingMore = true;
      const own = generation;
      const page = await attempt(
        call(listInbox, { query: { view: view.value, sort: sort.value, after, limit: pageSize } }),
      );
      loadingMore = false;
      if (!page || own !== generation) return;
      const known = new Set(rows.value?.map((item) => item.id));
      rows.value = [...(rows.value ?? []), ...page.conversations.filter((item) => !known.has(item.id))];
      next.value = page.next;
    },
    take,
    pick(id: string, on = !picked.value.has(id)): void {
      const now = new Set(picked.value);
      // No more than one action takes.
      if (on && now.size >= maxPicked) return;
      if (on) now.add(id);
      else now.delete(id);
      picked.value = now;
    },
    pickAll(): void {
      picked.value = new Set(rows.value?.slice(0, maxPicked).map((row) => row.id));
    },
    pickNone(): void {
      picked.value = new Set();
    },
    onEvent(given: LiveEvent): void {
      const event = given as InboxEvent;
      if (event.kind !== 'message.added' && event.kind !== 'conversation.changed') return;
      take(event.data.conversation);
      if (event.kind !== 'message.added') return;
      if (event.data.message.visibility === 'note' && view.value === 'mentions') void load();
      if (!isSearching.value) return;
      clearTimeout(searchTimer);
      searchTimer = setTimeout(() => void load(), foundAfter);
    },
    onReset: () => void load(),
    dispose(): void {
      clearTimeout(timer);
      clearTimeout(searchTimer);
    },
  };
};

export type List = ReturnType<typeof createList>;
