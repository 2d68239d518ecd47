import { computed, type ReadonlySignal } from '@preact/signals';
import type { CommentSort } from '../../shared/comments/options.ts';
import type { Comment, OwnComment } from '../../shared/comments/schema.ts';
import { type Branch, growTree } from '../../shared/comments/tree.ts';
import type { CommentListModel } from './list.ts';
import type { Own } from './own.ts';

/** Levels that are shown on a narrow screen. */
const narrowDepth = 2;

/** All comments that a visitor sees, in order: what waits for staff is seen by its author, in its place. */
const withPending = (
  known: ReadonlyMap<string, Comment>,
  own: ReadonlyMap<string, OwnComment>,
  sort: CommentSort | undefined,
): Comment[] => {
  const pending = [...own.values()].filter(
    ({ state, id, parent }) =>
      state === 'pending' && !known.has(id) && (parent === null || known.has(parent)),
  );
  const roots = pending.filter(({ parent }) => parent === null);
  const shown = sort === 'newest' ? [...roots, ...known.values()] : [...known.values(), ...roots];
  return [...shown, ...pending.filter(({ parent }) => parent !== null)];
};

/** The threads of a page, as this visitor sees them. */
export const createCommentTree = (
  { known, list }: CommentListModel,
  own: Own,
  isNarrow: ReadonlySignal<boolean>,
): ReadonlySignal<Branch<Comment>[]> =>
  computed(() =>
    growTree(
      withPending(known.value, own.comments.value, list.value?.sort),
      // On a narrow screen deeper levels would leave no room for words: who is answered is named instead.
      Math.min(list.value?.rules.depth ?? 1, isNarrow.value ? narrowDepth : 50),
    ),
  );
