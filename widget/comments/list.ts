import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { getThreadRest, listComments } from '../../shared/comments/routes.ts';
import type { Comment, CommentList } from '../../shared/comments/schema.ts';
import type { CommentSort } from '../../shared/comments/options.ts';
import { asCallError } from '../core/net/client.ts';
import type { CallError } from '../core/net/client.ts';
import type { CommentPage } from './page.ts';

/** The public comments of a page, as far as they were read. */
export interface CommentListModel {
  /** The page and its rules; null until it was read. */
  list: ReadonlySignal<CommentList | null>;
  failure: Signal<CallError | null>;
  known: ReadonlySignal<ReadonlyMap<string, Comment>>;
  count: Signal<number>;
  /** @param target a comment that is to be among them. @returns whether it could be read */
  load(target: string | null, sort: CommentSort | undefined): Promise<boolean>;
  more(): Promise<void>;
  /** The replies of a thread that were left out. */
  rest(root: string): Promise<void>;
  put(comments: readonly Comment[]): void;
  remove(id: string): void;
}

export const createCommentList = ({ call, of }: CommentPage): CommentListModel => {
  const list = signal<CommentList | null>(null);
  const failure = signal<CallError | null>(null);
  const known = signal<ReadonlyMap<string, Comment>>(new Map());
  const count = signal(0);

  const put = (comments: readonly Comment[]): void => {
    const next = new Map(known.value);
    for (const comment of comments) next.set(comment.id, comment);
    known.value = next;
  };
  const putUnknown = (comments: readonly Comment[]): void =>
    put(comments.filter(({ id }) => !known.value.has(id)));
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      failure.value = null;
      return true;
    } catch (error) {
      failure.value = asCallError(error);
      return false;
    }
  };
  return {
    list,
    failure,
    known,
    count,
    put,
    load: (target, sort) =>
      attempt(async () => {
        const query = { ...of, ...(sort && { sort }), ...(target && { with: target }) };
        const found = await call(listComments, { query });
        known.value = new Map(found.comments.map((comment) => [comment.id, comment]));
        count.value = found.page.count;
        list.value = found;
      }),
    async more() {
      await attempt(async () => {
        // biome-ignore lint/style/noNonNullAssertion: more is loaded only of a list that is there
        const shown = list.value!;
        // biome-ignore lint/style/noNonNullAssertion: more is offered only where there is a next part
        const found = await call(listComments, { query: { ...of, sort: shown.sort, after: shown.next! } });
        putUnknown(found.comments);
        list.value = { ...shown, next: found.next, more: { ...shown.more, ...found.more } };
      });
    },
    async rest(root) {
      await attempt(async () => {
        const skip = [...known.value.values()].filter(
          (comment) => comment.root === root && comment.id !== root && !comment.gone,
        ).length;
        const { comments, left } = await call(getThreadRest, { path: { comment: root }, query: { skip } });
        putUnknown(comments);
        // biome-ignore lint/style/noNonNullAssertion: replies are loaded only of a list that is there
        list.value = { ...list.value!, more: { ...list.value!.more, [root]: left } };
      });
    },
    remove(id) {
      const next = new Map(known.value);
      next.delete(id);
      known.value = next;
    },
  };
};
