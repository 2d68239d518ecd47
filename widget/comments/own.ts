import { type ReadonlySignal, signal } from '@preact/signals';
import { getMine, postDelete, postVote } from '../../shared/comments/routes.ts';
import type { MineReply, OwnComment } from '../../shared/comments/schema.ts';
import { asCallError } from '../core/net/client.ts';
import type { CommentListModel } from './list.ts';
import type { CommentPage } from './page.ts';

/** The visitor's own comments and votes on a page, and what they do with others'. */
export interface Own {
  votes: ReadonlySignal<MineReply['votes']>;
  comments: ReadonlySignal<ReadonlyMap<string, OwnComment>>;
  /** @returns how they are called and reached, null for who is not known */
  load(): Promise<Pick<MineReply, 'name' | 'email'> | null>;
  /** Puts a comment where it belongs: among all, or only before its author. */
  put(comment: OwnComment): void;
  remove(id: string): Promise<boolean>;
  vote(id: string, value: 1 | -1): Promise<void>;
  /** @returns false when it failed; the failure is shown */
  attempt(work: () => Promise<unknown>): Promise<boolean>;
  /** Another person is at the page. */
  forget(): void;
}

export const createOwn = ({ session, of }: CommentPage, list: CommentListModel): Own => {
  const votes = signal<MineReply['votes']>({});
  const comments = signal<ReadonlyMap<string, OwnComment>>(new Map());
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      list.failure.value = asCallError(error);
      return false;
    }
  };
  return {
    votes,
    comments,
    async load() {
      if (!session.isKnown) return null;
      try {
        const mine = await session.call(getMine, { query: of });
        votes.value = mine.votes;
        comments.value = new Map(mine.comments.map((comment) => [comment.id, comment]));
        return mine;
      } catch (error) {
        // A secret that the server knows no more belongs to nobody: the next write makes a visitor of it.
        if (asCallError(error).code !== 'unauthenticated') throw error;
        return null;
      }
    },
    put(comment) {
      comments.value = new Map(comments.value).set(comment.id, comment);
      const isKnown = list.known.value.has(comment.id);
      if (comment.state === 'approved') {
        if (!isKnown) list.count.value++;
        list.put([comment]);
      } else if (isKnown) {
        list.remove(comment.id);
        list.count.value--;
      }
    },
    remove: (id) =>
      attempt(async () => {
        await session.call(postDelete, { path: { comment: id }, body: {} });
        const comment = list.known.value.get(id);
        if (comment) {
          list.count.value--;
          list.put([{ ...comment, gone: true, rich: [], files: [] }]);
        }
        const next = new Map(comments.value);
        next.delete(id);
        comments.value = next;
      }),
    async vote(id, value) {
      const before = votes.value;
      const wanted = before[id] === value ? 0 : value;
      const { [id]: _, ...others } = before;
      votes.value = wanted ? { ...others, [id]: wanted } : others;
      const isCounted = await attempt(async () => {
        session.begin();
        const counted = await session.call(postVote, { path: { comment: id }, body: { value: wanted } });
        const comment = list.known.value.get(id);
        if (comment) list.put([{ ...comment, ...counted }]);
      });
      if (!isCounted) votes.value = before;
    },
    attempt,
    forget() {
      votes.value = {};
      comments.value = new Map();
    },
  };
};
