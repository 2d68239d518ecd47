import { createHash } from 'node:crypto';
import type { Context as HonoContext } from 'hono';
import type { Bus } from '../events/bus.ts';
import { ReplyHeaders } from '../http/headers.ts';
import type { Metrics } from '../http/metrics.ts';
import { pageHeaders } from '../http/securityHeaders.ts';
import { sendRouted, type WholeAnswer, wholeAnswer } from '../http/wholeAnswers.ts';
import { askedOfRouted, keyOf, type Shortcut } from '../http/shortcuts.ts';

/** Rendered pages kept, bytes over all sites; the oldest go first. */
const mostKept = 64 * 1024 * 1024;

interface Kept {
  answer: WholeAnswer;
  siteId: string;
  version: number;
  /** What the page was made of, where that changes less often than the site's log grows. */
  tag: string | undefined;
}

export interface PageCache {
  find: Shortcut;
  /** The kept answer whose log has grown since, when what it was made of is the same; it is good for `version` then. */
  revive(hono: HonoContext, version: number, tag: string): Response | null;
  /**
   * Keeps a page made of what the site's log said at `version`, and answers with it.
   * @param tag names what it was made of, to be asked for with {@link revive} when the log has grown
   * @param more headers besides
   */
  keep(
    hono: HonoContext,
    siteId: string,
    version: number,
    body: string,
    tag?: string,
    more?: Record<string, string>,
  ): Response;
}

/**
 * Public pages change only when their site's log grows; until then the same bytes are sent.
 * Keyed by everything that a page depends on: address, query, and the header that chooses its language.
 */
export const createPageCache = ({ bus, metrics }: { bus: Bus; metrics: Metrics }): PageCache => {
  const pages = new Map<string, Kept>();
  let size = 0;
  const drop = (key: string, page: Kept): void => {
    pages.delete(key);
    size -= page.answer.bytes.length;
  };
  return {
    find(asked) {
      const key = keyOf(asked, 'accept-language');
      const page = pages.get(key);
      if (!page) return null;
      if (page.version !== bus.version(page.siteId)) {
        if (page.tag === undefined) drop(key, page);
        return null;
      }
      return page.answer;
    },
    revive(hono, version, tag) {
      const page = pages.get(keyOf(askedOfRouted(hono), 'accept-language'));
      if (page?.tag !== tag) return null;
      page.version = version;
      metrics.pages.inc({ from: 'cache' });
      return sendRouted(hono, page.answer);
    },
    keep(hono, siteId, version, body, tag, more = {}) {
      metrics.pages.inc({ from: 'rendering' });
      const bytes = Buffer.from(body);
      const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
      const headers = new ReplyHeaders({
        ...pageHeaders,
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'public, max-age=60',
        vary: 'Accept-Language',
        ...more,
      });
      const answer = wholeAnswer({ bytes, tag: `"${hash}"` }, headers);
      const key = keyOf(askedOfRouted(hono), 'accept-language');
      const before = pages.get(key);
      if (before) drop(key, before);
      pages.set(key, { answer, siteId, version, tag });
      size += bytes.length;
      for (const [oldest, other] of pages) {
        if (size <= mostKept) break;
        drop(oldest, other);
      }
      return sendRouted(hono, answer);
    },
  };
};
