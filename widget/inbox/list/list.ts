import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { LiveEvent } from '../../../shared/core/events.ts';
import type { InboxEvent } from '../../../shared/inbox/events.ts';
import type { Sort, View } from '../../../shared/inbox/schema.ts';
import type { Attempt } from '../../core/net/attempt.ts';
import type { Call } from '../../core/net/client.ts';
import { usualSort } from './placement.ts';
import { createRows } from './rows.ts';
import { createSelection } from './selection.ts';

/** A message is found so long after it was written, at the latest, milliseconds: then an open search looks again. */
const foundAfter = 2_000;
/** The search follows the typing after this pause, milliseconds. */
const searchPause = 120;

/** The rows of a view, or what a search found, kept current by what happens. */
export const createList = (call: Call, attempt: Attempt, me: string) => {
  const view = signal<View>('waiting');
  const sort = signal<Sort>('promise');
  const query = signal('');
  /** The row that is to have the focus, and to be seen. */
  const wanted = signal<string | null>(null);
  const isSearching = computed(() => query.value.trim() !== '');
  const shown = { view, sort, query, isSearching };
  const { rows, found, next, search, load, more, take, clear } = createRows(call, attempt, shown, me);
  const selection = createSelection(rows);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let searchTimer: ReturnType<typeof setTimeout> | undefined;

  const startAnew = (): void => {
    clear();
    selection.pickNone();
    void load();
  };

  return {
    view: view as ReadonlySignal<View>,
    sort: sort as ReadonlySignal<Sort>,
    query: query as ReadonlySignal<string>,
    isSearching,
    rows,
    found,
    next,
    ...selection,
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
    more,
    take,
    onEvent(given: LiveEvent): void {
      const event = given as InboxEvent;
      if (event.kind === 'conversation.erased') return void load();
      if (
        event.kind !== 'message.added' &&
        event.kind !== 'message.changed' &&
        event.kind !== 'conversation.changed'
      )
        return;
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
