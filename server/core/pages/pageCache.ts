import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context as HonoContext } from 'hono';
import type { Context } from '../../context.ts';
import { headersOf } from '../http/headers.ts';
import { pageHeaders } from '../http/securityHeaders.ts';

/** Rendered pages kept, bytes of text over all sites; the longest unused go first. */
const mostKept = 64 * 1024 * 1024;

const fromCache = { from: 'cache' };
const rendered = { from: 'rendering' };

interface Kept {
  body: string;
  bytes: Buffer;
  rawHeaders: string[];
  headers: Record<string, string>;
  etag: string;
  siteId: string;
  version: number;
  /** What the page was made of, where that changes less often than the site's log grows. */
  tag: string | undefined;
}

export interface PageCache {
  /** The kept answer for this request, or null. Public pages only: the key is the path, the query and the language. */
  find(hono: HonoContext): Response | null;
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
export const createPageCache = (ctx: Context): PageCache => {
  const pages = new Map<string, Kept>();
  let size = 0;
  const drop = (key: string, page: Kept): void => {
    pages.delete(key);
    size -= page.body.length;
  };
  const keyOf = (hono: HonoContext): string =>
    `${hono.req.url}\n${headersOf(hono)('accept-language')?.slice(0, 100) ?? ''}`;
  const send = (hono: HonoContext, page: Kept): Response => {
    const known = headersOf(hono)('if-none-match') === page.etag;
    const { outgoing } = (hono.env ?? {}) as { outgoing?: ServerResponse };
    if (!outgoing)
      return known ? hono.body(null, 304, page.headers) : hono.body(page.body, 200, page.headers);
    // Bytes and raw headers that are made once, straight to the socket.
    if (known) outgoing.writeHead(304, page.rawHeaders).end();
    else
      outgoing.writeHead(200, [...page.rawHeaders, 'content-length', `${page.bytes.length}`]).end(page.bytes);
    return RESPONSE_ALREADY_SENT;
  };
  return {
    find(hono) {
      const key = keyOf(hono);
      const page = pages.get(key);
      if (!page) return null;
      if (page.version !== ctx.bus.version(page.siteId)) {
        if (page.tag === undefined) drop(key, page);
        return null;
      }
      ctx.metrics.pages.inc(fromCache);
      return send(hono, page);
    },
    revive(hono, version, tag) {
      const page = pages.get(keyOf(hono));
      if (page?.tag !== tag) return null;
      page.version = version;
      ctx.metrics.pages.inc(fromCache);
      return send(hono, page);
    },
    keep(hono, siteId, version, body, tag, more = {}) {
      ctx.metrics.pages.inc(rendered);
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      const headers = {
        ...pageHeaders,
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'public, max-age=60',
        vary: 'Accept-Language',
        etag,
        ...more,
      };
      const rawHeaders = Object.entries(headers).flat();
      const page: Kept = { body, bytes: Buffer.from(body), rawHeaders, headers, etag, siteId, version, tag };
      const key = keyOf(hono);
      const before = pages.get(key);
      if (before) drop(key, before);
      pages.set(key, page);
      size += body.length;
      for (const [oldest, other] of pages) {
        if (size <= mostKept) break;
        drop(oldest, other);
      }
      return send(hono, page);
    },
  };
};
