import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import * as contract from '../../shared/comments/routes.ts';
import type {
  Comment,
  CommentList,
  MineReply,
  NewComment,
  OwnComment,
} from '../../shared/comments/schema.ts';
import { type Branch, growTree } from '../../shared/comments/tree.ts';
import { getChallenge } from '../../shared/core/challengeRoutes.ts';
import type { Attachment } from '../../shared/core/content/attachments.ts';
import { fillPath } from '../../shared/core/route.ts';
import { uploadAttachment } from '../../shared/core/content/attachmentRoutes.ts';
import { newId } from '../../shared/core/ids.ts';
import type { CommentSort } from '../../shared/comments/options.ts';
import { CallError, createCall, readFailure } from '../core/net/client.ts';
import type { Host } from '../core/host.ts';
import { createSession } from '../core/net/session.ts';

/** Shown where more came than could be told one by one. */
const manyNews = 100;
/** Levels that are shown on a narrow screen. */
const narrowDepth = 2;
/** How often it is asked what is new, milliseconds, while the page is looked at. */
const lookEvery = 20_000;

/** What is being written: to the page, in answer to a comment, or in place of one. */
export interface Draft {
  /** The write's id: tried again, it is the same one. */
  id: string;
  body: Signal<string>;
  files: Signal<Attachment[]>;
  busy: Signal<boolean>;
  failure: Signal<CallError | null>;
  /** When it was begun: nobody writes in no time. */
  began: number;
  parent?: string;
  edits?: string;
}

export interface Comments {
  list: ReadonlySignal<CommentList | null>;
  failure: ReadonlySignal<CallError | null>;
  tree: ReadonlySignal<Branch<Comment>[]>;
  count: ReadonlySignal<number>;
  mine: ReadonlySignal<Pick<MineReply, 'votes'> & { comments: Map<string, OwnComment> }>;
  /** Comments that came since, and are not shown yet. */
  fresh: ReadonlySignal<number>;
  /** What is written at the top. */
  top: Draft;
  /** What is written in a thread, one at a time. */
  open: Signal<Draft | null>;
  name: Signal<string>;
  email: Signal<string>;
  follow: Signal<boolean>;
  daily: Signal<boolean>;
  /** The comment that the address of the page names, or that was just written. */
  target: Signal<string | null>;
  now: ReadonlySignal<number>;
  /** Told to those who cannot see it. */
  announcement: Signal<string>;
  load(): Promise<void>;
  sortBy(sort: CommentSort): Promise<void>;
  more(): Promise<void>;
  rest(root: string): Promise<void>;
  showFresh(): Promise<void>;
  answer(parent: string): void;
  edit(comment: OwnComment): void;
  /** @returns the comment when it was taken */
  send(draft: Draft, working: () => void): Promise<OwnComment | null>;
  remove(id: string): Promise<boolean>;
  vote(id: string, value: 1 | -1): Promise<void>;
  report(id: string): Promise<boolean>;
  attach(draft: Draft, file: File): Promise<void>;
  preview(body: string): Promise<Comment['rich'] | null>;
  find(id: string): Comment | undefined;
  picture(id: string): string;
  /** The address of a comment on this page. */
  linkTo(id: string): string;
  dispose(): void;
}

const newDraft = (more: Partial<Draft> = {}): Draft => ({
  id: newId(),
  body: signal(''),
  files: signal([]),
  busy: signal(false),
  failure: signal(null),
  began: 0,
  ...more,
});

/** The id that an address's hash names. */
export const targetOf = (hash: string): string | null =>
  /^#foyer-comment-([0-9a-f-]{36})$/.exec(hash)?.[1] ?? null;

/** The comments of one page, for one element on it. */
export const createComments = (host: Host, element: HTMLElement): Comments => {
  const session = createSession(host.base, host.site);
  const call = createCall(host.base, () => ({}), { site: host.site });
  const page = element.getAttribute('page-id');
  const url =
    element.getAttribute('page-url') ??
    document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ??
    location.href.replace(/#.*/s, '');
  const of = { url, ...(page && { page }) };

  const list = signal<CommentList | null>(null);
  const failure = signal<CallError | null>(null);
  const known = signal<ReadonlyMap<string, Comment>>(new Map());
  const votes = signal<MineReply['votes']>({});
  const own = signal<Map<string, OwnComment>>(new Map());
  const waiting = signal<Comment[]>([]);
  const target = signal(targetOf(location.hash));
  const open = signal<Draft | null>(null);
  const name = signal('');
  const email = signal('');
  const follow = signal(false);
  const daily = signal(false);
  const announcement = signal('');
  const count = signal(0);
  /** True when more happened than was told one by one. */
  const isStale = signal(false);
  const narrow = matchMedia('(max-width: 479px)');
  const isNarrow = signal(narrow.matches);
  const onWidth = (): void => {
    isNarrow.value = narrow.matches;
  };
  narrow.addEventListener('change', onWidth);
  const now = signal(Date.now());
  let top = newDraft();
  const topSignal = signal(top);
  let sort: CommentSort | undefined;
  let seq = 0;
  let disposed = false;

  const keep = (comments: readonly Comment[]): void => {
    const next = new Map(known.value);
    for (const comment of comments) next.set(comment.id, comment);
    known.value = next;
  };

  /** What waits for staff is seen by its author, in its place. */
  const everything = computed(() => {
    const held = [...own.value.values()].filter(
      ({ state, id }) => state === 'pending' && !known.value.has(id),
    );
    const mine = held.filter(({ parent }) => parent === null || known.value.has(parent));
    const newest = list.value?.sort === 'newest';
    const roots = mine.filter(({ parent }) => parent === null);
    return [
      ...(newest ? roots : []),
      ...known.value.values(),
      ...(newest ? [] : roots),
      ...mine.filter(({ parent }) => parent !== null),
    ];
  });

  const fail = (error: unknown): CallError => (error instanceof CallError ? error : new CallError('broken'));

  const readMine = async (): Promise<void> => {
    if (!session.isKnown) return;
    try {
      const mine = await session.call(contract.getMine, { query: of });
      votes.value = mine.votes;
      own.value = new Map(mine.comments.map((comment) => [comment.id, comment]));
      name.value ||= mine.name;
      email.value ||= mine.email;
    } catch (error) {
      // A secret that the server knows no more belongs to nobody: the next write makes a visitor of it.
      if (fail(error).code !== 'unauthenticated') throw error;
    }
  };

  /** Tells the server who the page says its visitor is, before anything is read or written as them. */
  const introduce = async (): Promise<void> => {
    if (!host.identity) return;
    const parts = await import('../core/conversations/introduce.ts');
    await parts.introduce({ session, site: host.site, language: host.language }, host.identity);
  };

  const load = async (): Promise<void> => {
    failure.value = null;
    try {
      await introduce().catch(() => {});
      const [found] = await Promise.all([
        call(contract.listComments, {
          query: { ...of, ...(sort && { sort }), ...(target.value && { with: target.value }) },
        }),
        readMine().catch(() => {}),
      ]);
      if (disposed) return;
      known.value = new Map(found.comments.map((comment) => [comment.id, comment]));
      waiting.value = [];
      isStale.value = false;
      seq = found.seq;
      count.value = found.page.count;
      list.value = found;
    } catch (error) {
      failure.value = fail(error);
    }
  };

  const quietly = async (action: () => Promise<void>): Promise<void> => {
    try {
      await action();
      failure.value = null;
    } catch (error) {
      failure.value = fail(error);
    }
  };

  const look = async (): Promise<void> => {
    now.value = Date.now();
    if (document.hidden || !list.value) return;
    try {
      const news = await call(contract.getNews, { query: { ...of, after: seq } });
      if (news.anew) {
        isStale.value = true;
        return;
      }
      seq = news.seq;
      const added = news.comments.filter(
        ({ id, gone }) => !known.value.has(id) && !own.value.has(id) && !gone,
      );
      const changed = news.comments.filter(({ id }) => known.value.has(id));
      // What is read stands still, but for words that are not there any more.
      keep(changed.filter(({ gone }) => gone));
      const later = new Map(waiting.value.map((comment) => [comment.id, comment]));
      for (const comment of [...changed.filter(({ gone }) => !gone), ...added])
        later.set(comment.id, comment);
      waiting.value = [...later.values()];
    } catch {
      // Asked again in a moment.
    }
  };
  const timer = setInterval(() => void look(), lookEvery);
  const onHash = (): void => {
    const wanted = targetOf(location.hash);
    if (!wanted) return;
    target.value = wanted;
    if (!known.value.has(wanted)) void load();
  };
  addEventListener('hashchange', onHash);
  // Another person at the same page: what is theirs is read anew.
  const onWho = (): void => {
    votes.value = {};
    own.value = new Map();
    name.value = email.value = '';
    if (list.value) void load();
  };
  for (const kind of ['identify', 'logout']) host.root.host.addEventListener(`foyer:${kind}`, onWho);

  const place = (comment: OwnComment): void => {
    own.value = new Map(own.value).set(comment.id, comment);
    if (comment.state === 'approved') {
      if (!known.value.has(comment.id)) count.value++;
      keep([comment]);
    } else if (known.value.has(comment.id)) {
      const next = new Map(known.value);
      next.delete(comment.id);
      known.value = next;
      count.value--;
    }
  };

  const write = async (draft: Draft, working: () => void): Promise<OwnComment> => {
    const body = draft.body.value;
    const files = draft.files.value.map(({ id }) => id);
    if (draft.edits)
      return (
        await session.call(contract.postEdit, { path: { comment: draft.edits }, body: { body, files } })
      ).comment;
    const given: NewComment = {
      id: draft.id,
      ...of,
      title: document.title.slice(0, 300),
      body,
      language: host.language,
      took: draft.began ? Math.max(0, Math.round(performance.now() - draft.began)) : 0,
      ...(files.length && { files }),
      ...(draft.parent && { parent: draft.parent }),
      ...(name.value.trim() && { name: name.value.trim() }),
      ...(email.value.trim() && list.value?.rules.email !== 'no' && { email: email.value.trim() }),
      ...(follow.value && email.value.trim() && { follow: 'replies', daily: daily.value }),
    };
    try {
      return (await session.call(contract.postComment, { body: given })).comment;
    } catch (error) {
      if (fail(error).code !== 'challenge') throw error;
      working();
      const [{ solve }, challenge] = await Promise.all([
        import('../core/net/challenge.ts'),
        call(getChallenge, {}),
      ]);
      const solution = await solve(challenge);
      return (await session.call(contract.postComment, { body: { ...given, solution } })).comment;
    }
  };

  return {
    list,
    failure,
    tree: computed(() =>
      growTree(
        everything.value,
        // On a narrow screen deeper levels would leave no room for words: who is answered is named instead.
        Math.min(list.value?.rules.depth ?? 1, isNarrow.value ? narrowDepth : 50),
      ),
    ),
    count,
    mine: computed(() => ({ votes: votes.value, comments: own.value })),
    fresh: computed(() =>
      isStale.value ? manyNews : waiting.value.filter(({ id }) => !known.value.has(id)).length,
    ),
    get top() {
      return topSignal.value;
    },
    open,
    name,
    email,
    follow,
    daily,
    target,
    now,
    announcement,
    load,
    async sortBy(wanted) {
      sort = wanted;
      await load();
    },
    more: () =>
      quietly(async () => {
        const { next, sort: order } = list.value!;
        const found = await call(contract.listComments, { query: { ...of, sort: order, after: next! } });
        keep(found.comments.filter(({ id }) => !known.value.has(id)));
        list.value = { ...list.value!, next: found.next, more: { ...list.value!.more, ...found.more } };
      }),
    rest: (root) =>
      quietly(async () => {
        const skip = [...known.value.values()].filter(
          (comment) => comment.root === root && comment.id !== root && !comment.gone,
        ).length;
        const { comments, left } = await call(contract.getThreadRest, {
          path: { comment: root },
          query: { skip },
        });
        keep(comments.filter(({ id }) => !known.value.has(id)));
        list.value = { ...list.value!, more: { ...list.value!.more, [root]: left } };
      }),
    async showFresh() {
      if (isStale.value) return load();
      const added = waiting.value.filter(({ id }) => !known.value.has(id));
      keep(waiting.value);
      count.value += added.length;
      waiting.value = [];
      if (added[0]) target.value = added[0].id;
    },
    answer(parent) {
      open.value = newDraft({ parent });
    },
    edit(comment) {
      open.value = newDraft({
        edits: comment.id,
        body: signal(comment.body),
        files: signal(comment.files),
        began: 1,
      });
    },
    async send(draft, working) {
      draft.busy.value = true;
      draft.failure.value = null;
      try {
        session.begin();
        await introduce();
        const comment = await write(draft, working);
        place(comment);
        if (draft === top) topSignal.value = top = newDraft();
        else open.value = null;
        target.value = comment.id;
        return comment;
      } catch (error) {
        draft.failure.value = fail(error);
        return null;
      } finally {
        draft.busy.value = false;
      }
    },
    async remove(id) {
      try {
        await session.call(contract.postDelete, { path: { comment: id }, body: {} });
        const comment = known.value.get(id);
        if (comment) {
          count.value--;
          keep([{ ...comment, gone: true, rich: [], files: [] }]);
        }
        const next = new Map(own.value);
        next.delete(id);
        own.value = next;
        return true;
      } catch (error) {
        failure.value = fail(error);
        return false;
      }
    },
    async vote(id, value) {
      const before = votes.value;
      const wanted = before[id] === value ? 0 : value;
      const { [id]: _, ...others } = before;
      votes.value = wanted ? { ...others, [id]: wanted } : others;
      try {
        session.begin();
        const counted = await session.call(contract.postVote, {
          path: { comment: id },
          body: { value: wanted },
        });
        const comment = known.value.get(id);
        if (comment) keep([{ ...comment, ...counted }]);
      } catch (error) {
        votes.value = before;
        failure.value = fail(error);
      }
    },
    async report(id) {
      try {
        session.begin();
        await session.call(contract.postReport, { path: { comment: id }, body: {} });
        return true;
      } catch (error) {
        failure.value = fail(error);
        return false;
      }
    },
    async attach(draft, file) {
      draft.busy.value = true;
      draft.failure.value = null;
      try {
        session.begin();
        const query = new URLSearchParams({ id: newId(), name: file.name.slice(0, 255) || 'picture' });
        const response = await fetch(
          `${host.base}${fillPath(uploadAttachment.path, { site: host.site })}?${query}`,
          {
            method: 'POST',
            body: file,
            headers: { ...session.headers(), 'content-type': 'application/octet-stream' },
          },
        ).catch(() => {
          throw new CallError('offline');
        });
        if (!response.ok) throw await readFailure(response);
        const { attachment } = (await response.json()) as { attachment: Attachment };
        draft.files.value = [...draft.files.value, attachment];
      } catch (error) {
        draft.failure.value = fail(error);
      } finally {
        draft.busy.value = false;
      }
    },
    async preview(body) {
      try {
        return (await call(contract.postPreview, { body: { body } })).rich;
      } catch {
        return null;
      }
    },
    find: (id) => known.value.get(id),
    picture: (id) => `${host.base}/sites/${host.site}/comments/pictures/${id}`,
    linkTo: (id) => `${location.href.replace(/#.*/s, '')}#foyer-comment-${id}`,
    dispose() {
      disposed = true;
      clearInterval(timer);
      narrow.removeEventListener('change', onWidth);
      removeEventListener('hashchange', onHash);
      for (const kind of ['identify', 'logout']) host.root.host.removeEventListener(`foyer:${kind}`, onWho);
    },
  };
};
