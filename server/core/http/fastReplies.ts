import type { Context as HonoContext, Hono } from 'hono';
import type { Context } from '../../context.ts';
import { headersOf, type ReplyHeaders } from './headers.ts';
import { keptReply } from './replies.ts';
import { sendKept } from './sendKept.ts';

/** Answers kept by request; the longest unused go first. */
const mostKept = 2_000;

interface Kept {
  reply: object;
  headers: ReplyHeaders;
  isFresh(): boolean;
}

/** Answers to what is asked in the same words by many. */
export interface FastReplies {
  /**
   * @param reply a reusable one: its bytes are sent again
   * @param isFresh asked each time: false once anything that the answer, or who may have it, follows from has changed
   */
  keep(hono: HonoContext, reply: object, headers: ReplyHeaders, isFresh: () => boolean): void;
}

/**
 * A public page that everybody reads is asked for over and over with the same words from the same pages: such a request
 * is answered with the bytes of the last one, before anything is parsed. To be created before the route is mounted.
 * @param path the route's
 */
export const createFastReplies = (app: Hono, { metrics }: Context, path: string): FastReplies => {
  const kept = new Map<string, Kept>();
  const keyOf = (hono: HonoContext): string => `${hono.req.url}\n${headersOf(hono)('origin') ?? ''}`;
  app.get(path, async (hono, next) => {
    const key = keyOf(hono);
    const known = kept.get(key);
    if (!known) return next();
    kept.delete(key);
    const reply = known.isFresh() ? keptReply(known.reply) : null;
    if (!reply) return next();
    kept.set(key, known);
    metrics.pages.inc({ from: 'cache' });
    return sendKept(hono, reply, known.headers);
  });
  return {
    keep(hono, reply, headers, isFresh) {
      kept.set(keyOf(hono), { reply, headers, isFresh });
      if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    },
  };
};
