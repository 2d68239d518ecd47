import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { commentsLive, getCommentChanges } from '../../shared/comments/routes.ts';
import type { Comment, CommentEvent } from '../../shared/comments/schema.ts';
import { fillPath } from '../../shared/core/route.ts';
import { openLive } from '../core/net/live.ts';
import type { CommentListModel } from './list.ts';
import type { CommentPage } from './page.ts';
import { createSight } from './sight.ts';

/** Shown where more came than could be told one by one. */
const manyNews = 100;

/** Live updates of the page while it is read. What is read stands still: it is shown when it is asked for. */
export interface Updates {
  /** Comments that came since, and are not shown yet. */
  fresh: ReadonlySignal<number>;
  /** The list was read up to a place of the log. */
  restart(seq: number): void;
  /** Shows what came. @returns the first of it; null when everything has to be read anew */
  show(): Comment | null | undefined;
}

/**
 * Follows the log of a page while the thread is in view and the page in front of somebody; a page that is open in the
 * background, or read further up, costs the server nothing. What was missed meanwhile is told by the same cursor.
 * @param isOwn whether a comment is the visitor's own, which they see already
 */
export const createUpdates = (
  page: CommentPage,
  { known, put, count }: CommentListModel,
  isOwn: (id: string) => boolean,
): Updates => {
  const waiting = signal<ReadonlyMap<string, Comment>>(new Map());
  /** True when more happened than was told one by one. */
  const isStale = signal(false);
  const { host, of, call, ends } = page;
  const isSeen = createSight(page);
  const isLoaded = signal(false);
  let cursor = 0;

  const take = (comment: Comment): void => {
    const isKnown = known.value.has(comment.id);
    if (!isKnown && (isOwn(comment.id) || comment.gone)) return;
    // What stands there says at once what it says now, or that it's gone.
    if (isKnown) put([comment]);
    else waiting.value = new Map(waiting.value).set(comment.id, comment);
  };
  /** Asks for what the stream does not reach back to. */
  const catchUp = async (): Promise<void> => {
    try {
      const news = await call(getCommentChanges, { query: { ...of, after: cursor } });
      if (news.anew) isStale.value = true;
      else news.comments.forEach(take);
      cursor = Math.max(cursor, news.seq);
    } catch {
      // The stream goes on from where it is; the rest is there when the list is read again.
    }
  };
  const follow = (): (() => void) =>
    openLive({
      url: host.base + fillPath(commentsLive.path, { site: host.site }),
      headers: () => ({}),
      query: () => ({ ...of }),
      cursor,
      onEvent(event) {
        cursor = event.seq;
        take((event.data as CommentEvent).comment);
      },
      onReset: () => void catchUp(),
    }).stop;

  const isFollowing = computed(() => isLoaded.value && isSeen.value);
  const stopFollowing = effect(() => (isFollowing.value ? untracked(follow) : undefined));
  ends.addEventListener('abort', stopFollowing);

  return {
    fresh: computed(() =>
      isStale.value ? manyNews : [...waiting.value.keys()].filter((id) => !known.value.has(id)).length,
    ),
    restart(seq) {
      waiting.value = new Map();
      isStale.value = false;
      cursor = Math.max(cursor, seq);
      isLoaded.value = true;
    },
    show() {
      if (isStale.value) return null;
      const comments = [...waiting.value.values()];
      const added = comments.filter(({ id }) => !known.value.has(id));
      put(comments);
      count.value += added.length;
      waiting.value = new Map();
      return added[0];
    },
  };
};
