import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CommentSort } from '../../shared/comments/options.ts';
import type { CommentListModel } from './list.ts';
import type { Own } from './own.ts';
import { type CommentPage, introduceVisitor } from './page.ts';
import type { Updates } from './updates.ts';
import type { Drafts } from './drafts.ts';
import type { Writer } from './writing.ts';

/** The reading of a page's comments: all at first, then what's new. */
export interface Reading {
  /** Comments that came since, and are not shown yet. */
  fresh: ReadonlySignal<number>;
  load(): Promise<void>;
  sortBy(sort: CommentSort): Promise<void>;
  showFresh(): Promise<void>;
}

/**
 * @param writer what is written; learns the name and address that the server knows the visitor by
 * @param target the comment that has to be among those that are read
 */
export const createReading = (
  page: CommentPage,
  list: CommentListModel,
  own: Own,
  writer: Writer & Drafts,
  target: Signal<string | null>,
): Reading => {
  const updates = signal<Updates | null>(null);
  let wantedSort: CommentSort | undefined;
  const loadOwn = async (): Promise<void> => {
    const mine = await own.load();
    if (!mine) return;
    writer.name.value ||= mine.name;
    writer.email.value ||= mine.email;
  };
  /** Comes after the comments themselves; without it they are as they were when the page was opened. */
  const follow = async (seq: number): Promise<void> => {
    const { startLater } = await import('./laterEntry.ts');
    if (page.ends.aborted) return;
    updates.value ??= startLater(page, list, writer, (id) => own.comments.value.has(id));
    updates.value.restart(seq);
  };
  const load = async (): Promise<void> => {
    await introduceVisitor(page).catch(() => {});
    const [isRead] = await Promise.all([list.load(target.value, wantedSort), loadOwn().catch(() => {})]);
    // biome-ignore lint/style/noNonNullAssertion: `isRead` is true once the list is loaded
    if (isRead) follow(list.list.value!.seq).catch(() => {});
  };
  return {
    fresh: computed(() => updates.value?.fresh.value ?? 0),
    load,
    sortBy(sort) {
      wantedSort = sort;
      return load();
    },
    async showFresh() {
      const first = updates.value?.show();
      if (first === null) return load();
      if (first) target.value = first.id;
    },
  };
};
