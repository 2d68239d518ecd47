import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Comment } from '../../shared/comments/schema.ts';
import type { Branch } from '../../shared/comments/tree.ts';
import type { Host } from '../core/host.ts';
import { createCommentTree } from './commentTree.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { type CommentListModel, createCommentList } from './list.ts';
import { createOwn, type Own } from './own.ts';
import { type CommentPage, commentPage } from './page.ts';
import { createReading, type Reading } from './reading.ts';
import { createSurroundings } from './surroundings.ts';
import { createWriter, type Writer } from './writing.ts';

/** The comments of one page: the list, what is written, how it is read, and what is the visitor's own. */
export interface Comments extends Omit<CommentListModel, 'load'>, Writer, Drafts, Reading {
  page: CommentPage;
  own: Own;
  tree: ReadonlySignal<Branch<Comment>[]>;
  /** The comment that the address of the page names, or that was just written. */
  target: Signal<string | null>;
  now: ReadonlySignal<number>;
  /** Read out by screen readers. */
  announcement: Signal<string>;
  picture(id: string): string;
  /** The address of a comment on this page. */
  linkTo(id: string): string;
  dispose(): void;
}

/** The id that an address's hash names. */
const targetOf = (hash: string): string | null => /^#foyer-comment-([0-9a-f-]{36})$/.exec(hash)?.[1] ?? null;

/** The comments of one page, for one element on it. @param renew called when it has become another page's */
export const createComments = (host: Host, element: HTMLElement, renew: () => void): Comments => {
  const ends = new AbortController();
  const page = commentPage(host, element, ends.signal, renew);
  const list = createCommentList(page);
  const own = createOwn(page, list);
  const writer = createWriter();
  const surroundings = createSurroundings(ends.signal);
  const target = signal(targetOf(location.hash));
  const drafts = createDrafts(page, (comment) => {
    own.put(comment);
    target.value = comment.id;
  });
  const reading = createReading(page, list, own, { ...writer, ...drafts }, target);

  addEventListener(
    'hashchange',
    () => {
      const wanted = targetOf(location.hash);
      if (!wanted) return;
      target.value = wanted;
      if (!list.known.value.has(wanted)) void reading.load();
    },
    ends,
  );
  // Another person at the same page: what is theirs is read anew.
  for (const kind of ['identify', 'logout'])
    host.root.host.addEventListener(
      `foyer:${kind}`,
      () => {
        own.forget();
        writer.name.value = writer.email.value = '';
        if (list.list.value) void reading.load();
      },
      ends,
    );

  return {
    page,
    ...list,
    ...writer,
    ...drafts,
    ...reading,
    own,
    tree: createCommentTree(list, own, surroundings.isNarrow),
    target,
    now: surroundings.now,
    announcement: signal(''),
    picture: (id) => `${host.base}/sites/${host.site}/comments/pictures/${id}`,
    linkTo: (id) => `${location.href.replace(/#.*/s, '')}#foyer-comment-${id}`,
    dispose: () => ends.abort(),
  };
};
