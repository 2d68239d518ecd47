import type { Context as HonoContext, Hono } from 'hono';
import type { CommentList } from '../../shared/comments/schema.ts';
import { listComments } from '../../shared/comments/routes.ts';
import type { Context } from '../context.ts';
import { headersOf, type ReplyHeaders } from '../core/http/headers.ts';
import { keptReply } from '../core/http/replies.ts';
import { sendKept } from '../core/http/sendKept.ts';

/** Answers kept by request; the longest unused go first. */
const mostKept = 500;

interface Kept {
  list: CommentList;
  siteId: string;
  /** What the site's log said. */
  version: number;
  headers: ReplyHeaders;
}

/** Lists that were asked for in the same words, while their site's log stands still. */
export interface FastList {
  keep(hono: HonoContext, siteId: string, version: number, list: CommentList, headers: ReplyHeaders): void;
}

/**
 * The page that everybody reads is asked for over and over with the same words from the same pages: such a request is
 * answered with the bytes of the last one, before anything is parsed. Whoever changes the site's settings, its origins
 * or a comment moves its log, and the next request goes all the way.
 */
export const createFastList = (app: Hono, ctx: Context): FastList => {
  const kept = new Map<string, Kept>();
  const keyOf = (hono: HonoContext): string => `${hono.req.url}\n${headersOf(hono)('origin') ?? ''}`;
  app.get(listComments.path, async (hono, next) => {
    const key = keyOf(hono);
    const known = kept.get(key);
    if (!known) return next();
    const reply = known.version === ctx.bus.version(known.siteId) ? keptReply(known.list) : null;
    if (!reply) {
      kept.delete(key);
      return next();
    }
    ctx.metrics.pages.inc({ from: 'cache' });
    return sendKept(hono, reply, known.headers);
  });
  return {
    keep(hono, siteId, version, list, headers) {
      kept.set(keyOf(hono), { list, siteId, version, headers });
      if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    },
  };
};
