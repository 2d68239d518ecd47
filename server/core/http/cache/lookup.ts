import type { IncomingMessage } from 'node:http';
import type { Context as HonoContext } from 'hono';
import { headersOf, type ReadHeader } from '../headers.ts';
import type { Metrics } from '../metrics.ts';
import type { CachedResponse } from './cachedResponse.ts';

/*
 * Which cache answers when. A GET passes these in turn, and the first that has it answers:
 *
 * 1. The browser, and whatever stands between: `cache-control` of each route; `if-none-match` is answered by 304.
 * 2. `pageCache.ts`: whole public pages (questions, comment fragments, feeds), before routing. Good while the site's
 *    log has not grown; a page that names what it was made of is revalidated by its route when the log has.
 * 3. `responseCache.ts`: whole JSON responses that many ask for in the same words (suggestions, comment lists), before
 *    routing. Good while the route's own `isFresh` says so.
 * 4. `cachedReply.ts`: the route runs, and what it returns is an object that it holds: checked against its schema and
 *    written out once (public settings, suggestions, comment lists).
 * 5. What features hold for themselves (suggestions by text, comment lists by page, the site directory for two seconds,
 *    public settings for ten): bounded maps (`core/boundedMap.ts`) that compare the site's version on the bus.
 *
 * Everything in 2 to 5 lives in this process, and is worth nothing after a restart. Nothing that belongs to one person
 * is in any of them.
 */

/** A GET before anything of it is parsed. */
export interface CacheRequest {
  /** Host, path and query as they came. */
  address: string;
  read: ReadHeader;
}

/**
 * Finds the cached response to a request, before it is parsed or routed: for what everybody reads, that is most of the
 * work. What is cached was decided, checked and rendered by the route.
 * @returns null where nothing is cached, or it is stale: the route answers
 */
export type CacheLookup = (asked: CacheRequest) => CachedResponse | null;

/** The caches that answer before a request is routed. */
interface Caches {
  responseCache: { find: CacheLookup };
  pageCache: { find: CacheLookup };
  metrics: Metrics;
}

const fromCache = { from: 'cache' };

/** Asks the caches in turn, and counts what they have. */
export const findCached = (
  { responseCache, pageCache, metrics }: Caches,
  asked: CacheRequest,
): CachedResponse | null => {
  const answer = pageCache.find(asked) ?? responseCache.find(asked);
  if (answer) metrics.pages.inc(fromCache);
  return answer;
};

/** A request as it came from the network. */
export const cacheRequestOf = ({ headers, url }: Pick<IncomingMessage, 'headers' | 'url'>): CacheRequest => ({
  address: `${headers.host}${url}`,
  read: (name) => headers[name] as string | undefined,
});

/** The same for a request on its way through the routes, to store a response by. */
export const routedCacheRequest = (hono: HonoContext): CacheRequest => {
  const { incoming } = (hono.env ?? {}) as { incoming?: Partial<IncomingMessage> };
  return incoming?.headers
    ? cacheRequestOf(incoming as IncomingMessage)
    : { address: hono.req.url, read: headersOf(hono) };
};

/** Maximum length of a header that counts: a language is chosen by no more (texts.ts), and no origin is as long. */
const maxHeaderLength = 500;

/** The key of a cached response. @param varying the one header, besides the address, on which it depends */
export const cacheKey = ({ address, read }: CacheRequest, varying: 'accept-language' | 'origin'): string =>
  `${address}\n${read(varying)?.slice(0, maxHeaderLength) ?? ''}`;
