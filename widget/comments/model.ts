import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Comment, CommentList, MineReply, OwnComment } from '../../shared/comments/schema.ts';
import { type Branch, growTree } from '../../shared/comments/tree.ts';
import type { CommentSort } from '../../shared/comments/options.ts';
import type { Host } from '../core/host.ts';
import type { CallError } from '../core/net/client.ts';
import { createCommentList } from './list.ts';
import { createOwn } from './own.ts';
import { commentPage, introduceVisitor } from './page.ts';
import type { Updates } from './updates.ts';
import { createWriting, type Draft, newDraft, type Writing } from './writing.ts';

/** Levels that are shown on a narrow screen. */
const narrowDepth = 2;
/** Times on screen are updated so often, milliseconds. */
const clockEvery = 20_000;

export interface Comments extends Writing {
  list: ReadonlySignal<CommentList | null>;
  failure: ReadonlySignal<CallError | null>;
  tree: ReadonlySignal<Branch<Comment>[]>;
  count: ReadonlySignal<number>;
  mine: ReadonlySignal<Pick<MineReply, 'votes'> & { comments: ReadonlyMap<string, OwnComment> }>;
  /** Comments that came since, and are not shown yet. */
  fresh: ReadonlySignal<number>;
  /** What is written at the top. */
  top: Draft;
  /** What is written in a thread, one at a time. */
  open: Signal<Draft | null>;
  /** The comment that the address of the page names, or that was just written. */
  target: Signal<string | null>;
  now: ReadonlySignal<number>;
  /** Read out by screen readers. */
  announcement: Signal<string>;
  load(): Promise<void>;
  sortBy(sort: CommentSort): Promise<void>;
  more(): Promise<void>;
  rest(root: string): Promise<void>;
  showFresh(): Promise<void>;
  answer(parent: string): void;
  edit(comment: OwnComment): void;
  remove(id: string): Promise<boolean>;
  vote(id: string, value: 1 | -1): Promise<void>;
  report(id: string): Promise<boolean>;
  find(id: string): Comment | undefined;
  picture(id: string): string;
  /** The address of a comment on this page. */
  linkTo(id: string): string;
  dispose(): void;
}

/** The id that an address's hash names. */
const targetOf = (hash: string): string | null => /^#foyer-comment-([0-9a-f-]{36})$/.exec(hash)?.[1] ?? null;

/** Whether the page is narrow, and the time: both as they change. */
const createSurroundings = () => {
  const narrow = matchMedia('(max-width: 479px)');
  const isNarrow = signal(narrow.matches);
  const onWidth = (): void => {
    isNarrow.value = narrow.matches;
  };
  narrow.addEventListener('change', onWidth);
  const now = signal(Date.now());
  const clock = setInterval(() => {
    now.value = Date.now();
  }, clockEvery);
  return {
    isNarrow,
    now,
    dispose(): void {
      clearInterval(clock);
      narrow.removeEventListener('change', onWidth);
    },
  };
};

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
  const replies = pending.filter(({ parent }) => parent !== null);
  return sort === 'newest'
    ? [...roots, ...known.values(), ...replies]
    : [...known.values(), ...roots, ...replies];
};

/** The comments of one page, for one element on it. */
export const createComments = (host: Host, element: HTMLElement): Comments => {
  const page = commentPage(host, element);
  const list = createCommentList(page);
  const own = createOwn(page, list);
  const updates = signal<Updates | null>(null);
  const writing = createWriting(page, () => list.list.value?.rules.email !== 'no');
  const surroundings = createSurroundings();
  const target = signal(targetOf(location.hash));
  const open = signal<Draft | null>(null);
  const top = signal(newDraft());

  const loadOwn = async (): Promise<void> => {
    const mine = await own.load();
    if (!mine) return;
    writing.name.value ||= mine.name;
    writing.email.value ||= mine.email;
  };
  let wantedSort: CommentSort | undefined;
  let isDisposed = false;
  /** Comes after the comments themselves; without it they are as they were when the page was opened. */
  const follow = async (seq: number): Promise<void> => {
    const { createUpdates } = await import('./updates.ts');
    if (isDisposed) return;
    updates.value ??= createUpdates(page, list, (id) => own.comments.value.has(id));
    updates.value.restart(seq);
  };
  const load = async (): Promise<void> => {
    await introduceVisitor(page).catch(() => {});
    const [isRead] = await Promise.all([list.load(target.value, wantedSort), loadOwn().catch(() => {})]);
    if (isRead) follow(list.list.value!.seq).catch(() => {});
  };

  const ends = new AbortController();
  addEventListener(
    'hashchange',
    () => {
      const wanted = targetOf(location.hash);
      if (!wanted) return;
      target.value = wanted;
      if (!list.known.value.has(wanted)) void load();
    },
    ends,
  );
  // Another person at the same page: what is theirs is read anew.
  for (const kind of ['identify', 'logout'])
    host.root.host.addEventListener(
      `foyer:${kind}`,
      () => {
        own.forget();
        writing.name.value = writing.email.value = '';
        if (list.list.value) void load();
      },
      ends,
    );

  return {
    ...writing,
    list: list.list,
    failure: list.failure,
    count: list.count,
    tree: computed(() =>
      growTree(
        withPending(list.known.value, own.comments.value, list.list.value?.sort),
        // On a narrow screen deeper levels would leave no room for words: who is answered is named instead.
        Math.min(list.list.value?.rules.depth ?? 1, surroundings.isNarrow.value ? narrowDepth : 50),
      ),
    ),
    mine: computed(() => ({ votes: own.votes.value, comments: own.comments.value })),
    fresh: computed(() => updates.value?.fresh.value ?? 0),
    get top() {
      return top.value;
    },
    open,
    target,
    now: surroundings.now,
    announcement: signal(''),
    load,
    sortBy(sort) {
      wantedSort = sort;
      return load();
    },
    more: list.more,
    rest: list.rest,
    async showFresh() {
      const first = updates.value?.show();
      if (first === null) return load();
      if (first) target.value = first.id;
    },
    answer(parent) {
      open.value = newDraft({ parent });
    },
    edit({ id, body, files }) {
      open.value = newDraft({ edits: id, body: signal(body), files: signal(files), began: 1 });
    },
    async send(draft, working) {
      const comment = await writing.send(draft, working);
      if (!comment) return null;
      own.put(comment);
      if (draft === top.value) top.value = newDraft();
      else open.value = null;
      target.value = comment.id;
      return comment;
    },
    remove: own.remove,
    vote: own.vote,
    report: own.report,
    find: (id) => list.known.value.get(id),
    picture: (id) => `${host.base}/sites/${host.site}/comments/pictures/${id}`,
    linkTo: (id) => `${location.href.replace(/#.*/s, '')}#foyer-comment-${id}`,
    dispose() {
      isDisposed = true;
      ends.abort();
      updates.value?.dispose();
      surroundings.dispose();
    },
  };
};
