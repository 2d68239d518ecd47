import { type ReadonlySignal, signal } from '@preact/signals';
import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import { listInbox, searchInbox } from '../../../shared/inbox/routes.ts';
import type { Found, Sort, View } from '../../../shared/inbox/schema.ts';
import type { Attempt } from '../../core/net/attempt.ts';
import type { Call } from '../../core/net/client.ts';
import { placeRow } from './placement.ts';

/** Rows asked for at a time. */
const pageSize = 60;

/** The rows to show. */
export interface Shown {
  view: ReadonlySignal<View>;
  sort: ReadonlySignal<Sort>;
  query: ReadonlySignal<string>;
  isSearching: ReadonlySignal<boolean>;
}

/** The list's rows: those of a view, page by page, or what a search found. @param me the person whose list it is */
export const createRows = (call: Call, attempt: Attempt, shown: Shown, me: string) => {
  const { view, sort, query, isSearching } = shown;
  const rows = signal<readonly InboxConversation[] | null>(null);
  const found = signal<ReadonlyMap<string, Found>>(new Map());
  const next = signal<string | null>(null);
  let generation = 0;
  let loadingMore = false;

  const search = async (): Promise<null> => {
    const own = ++generation;
    const reply = await attempt(call(searchInbox, { query: { q: query.value } }));
    if (!reply || own !== generation) return null;
    found.value = new Map(reply.results.map((one) => [one.conversation.id, one]));
    rows.value = reply.results.map((one) => one.conversation);
    next.value = null;
    return null;
  };

  return {
    rows: rows as ReadonlySignal<readonly InboxConversation[] | null>,
    found: found as ReadonlySignal<ReadonlyMap<string, Found>>,
    next: next as ReadonlySignal<string | null>,
    search,
    /** @returns the log's place that the rows are of, or null */
    async load(): Promise<number | null> {
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
    /** Puts a conversation where it belongs now. */
    take(item: InboxConversation): void {
      if (!rows.value) return;
      rows.value = placeRow(
        rows.value,
        item,
        {
          view: view.value,
          sort: sort.value,
          isSearching: isSearching.value,
          hasMore: next.value !== null,
        },
        me,
      );
    },
    clear(): void {
      rows.value = null;
      found.value = new Map();
      next.value = null;
    },
  };
};
