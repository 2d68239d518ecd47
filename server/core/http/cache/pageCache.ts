import { BoundedMap } from '../../boundedMap.ts';
import { bytesHeld } from '../../bytesHeld.ts';
import type { Context as HonoContext } from 'hono';
import type { Bus } from '../../events/bus.ts';
import { ReplyHeaders } from '../headers.ts';
import type { Metrics } from '../metrics.ts';
import { pageHeaders } from '../securityHeaders.ts';
import { bytesWithTag } from './cachedReply.ts';
import { sendFromRoute, type CachedResponse, cachedResponse } from './cachedResponse.ts';
import { routedCacheRequest, cacheKey, type CacheLookup } from './lookup.ts';

/** Rendered pages with their addresses and headers, bytes over all sites; what was used last stays. */
const maxBytes = 64 * 1024 * 1024;
/** As many as that is of the smallest. */
const maxPages = 50_000;

interface CachedPage {
  answer: CachedResponse;
  siteId: string;
  version: number;
  /** The version of the page's content, where that changes less often than the site's log grows. */
  tag: string | undefined;
  /** True for what a visitor of the site gets with more on it: theirs is made for them. */
  isForStrangers: boolean;
  /** Whether it is still right, for what depends on more than the log. */
  isFresh?: () => boolean;
}

/** Whether a browser is some visitor's on our pages (core/pages/forms.ts). */
const isVisitors = (cookies: string | undefined): boolean => cookies?.includes('foyer-visitor-') ?? false;

export interface PageCache {
  find: CacheLookup;
  /** The cached page whose log has grown since, when what it was made of is the same; it is good for `version` then. */
  revalidate(hono: HonoContext, version: number, tag: string): Response | null;
  /**
   * Stores a page made of what the site's log said at `version`, and answers with it.
   * @param tag names what it was made of, to be asked for with {@link revalidate} when the log has grown
   * @param more headers besides
   */
  store(
    hono: HonoContext,
    siteId: string,
    version: number,
    body: string,
    tag?: string,
    more?: Record<string, string>,
  ): Response;
  /** As {@link store}, a page that whoever is a visitor of the site gets made for them. */
  storeForStrangers(hono: HonoContext, siteId: string, version: number, body: string): Response;
  /**
   * As {@link store}, a page that is right only as long as `isFresh` says so, such as results of the index. Caches of
   * others don't keep it: what was searched for is somebody's.
   */
  storeWhile(
    hono: HonoContext,
    siteId: string,
    version: number,
    body: string,
    isFresh: () => boolean,
  ): Response;
  /** Forgets everything. */
  clear(): void;
}

/**
 * Public pages change only when their site's log grows; until then the same bytes are sent.
 * Keyed by everything that a page depends on: address, query, and the header that chooses its language.
 */
export const createPageCache = ({ bus, metrics }: { bus: Bus; metrics: Metrics }): PageCache => {
  const empty = () =>
    new BoundedMap<string, CachedPage>(maxPages, {
      maxBytes,
      bytesOf: (key, page) => bytesHeld(key) + bytesHeld(page),
    });
  let pages = empty();
  const keep = (
    hono: HonoContext,
    of: Omit<CachedPage, 'answer'>,
    body: string,
    more: Record<string, string>,
  ): Response => {
    metrics.pages.inc({ from: 'rendering' });
    const headers = new ReplyHeaders({
      ...pageHeaders,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=60',
      vary: 'Accept-Language',
      ...more,
    });
    const answer = cachedResponse(bytesWithTag(body), headers);
    pages.set(cacheKey(routedCacheRequest(hono), 'accept-language'), { answer, ...of });
    return sendFromRoute(hono, answer);
  };
  return {
    find(asked) {
      const key = cacheKey(asked, 'accept-language');
      const page = pages.get(key);
      if (!page || (page.isForStrangers && isVisitors(asked.read('cookie')))) return null;
      if (page.isFresh?.() === false) {
        pages.delete(key);
        return null;
      }
      if (page.version !== bus.version(page.siteId)) {
        if (page.tag === undefined) pages.delete(key);
        return null;
      }
      return page.answer;
    },
    revalidate(hono, version, tag) {
      const page = pages.get(cacheKey(routedCacheRequest(hono), 'accept-language'));
      if (page?.tag !== tag) return null;
      page.version = version;
      metrics.pages.inc({ from: 'cache' });
      return sendFromRoute(hono, page.answer);
    },
    store: (hono, siteId, version, body, tag, more = {}) =>
      keep(hono, { siteId, version, tag, isForStrangers: false }, body, more),
    storeForStrangers: (hono, siteId, version, body) =>
      keep(hono, { siteId, version, tag: undefined, isForStrangers: true }, body, {
        vary: 'Accept-Language, Cookie',
      }),
    storeWhile: (hono, siteId, version, body, isFresh) =>
      keep(hono, { siteId, version, tag: undefined, isForStrangers: false, isFresh }, body, {
        'cache-control': 'private, no-store',
      }),
    clear() {
      pages = empty();
    },
  };
};
