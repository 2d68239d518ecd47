import { bytesHeld } from '../../bytesHeld.ts';
import type { Context as HonoContext } from 'hono';
import type { ReplyHeaders } from '../headers.ts';
import { BoundedMap } from '../../boundedMap.ts';
import { cachedBytes } from './cachedReply.ts';
import { type CachedResponse, cachedResponse } from './cachedResponse.ts';
import { routedCacheRequest, cacheKey, type CacheLookup } from './lookup.ts';

/** Responses, by request; the least recently used go first. */
const maxResponses = 4_000;
/** With their addresses, headers and bytes. */
const maxBytes = 64 * 1024 * 1024;

interface Entry {
  reply: object;
  headers: ReplyHeaders;
  /** Null until the reply is written out. */
  answer: CachedResponse | null;
  isFresh(): boolean;
}

/** Whole responses to what many ask for in the same words. */
export interface ResponseCache {
  find: CacheLookup;
  /**
   * @param reply a cached one: its bytes are sent again
   * @param isFresh asked each time: false once anything that the answer, or who may have it, follows from has changed
   */
  store(hono: HonoContext, reply: object, headers: ReplyHeaders, isFresh: () => boolean): void;
  /** Forgets everything. */
  clear(): void;
}

/**
 * A public page that everybody reads is asked for over and over with the same words from the same pages: such a request
 * is answered with the bytes of the last one, before anything is parsed.
 */
export const createResponseCache = (): ResponseCache => {
  const empty = () =>
    new BoundedMap<string, Entry>(maxResponses, {
      maxBytes,
      // The reply as an object and, once it was asked for again, as bytes: no more than as much again.
      bytesOf: (key, { reply, headers }) =>
        bytesHeld(key) + 2 * bytesHeld(reply) + 3 * bytesHeld(headers.toFields()),
    });
  let entries = empty();
  return {
    find(asked) {
      const key = cacheKey(asked, 'origin');
      const entry = entries.get(key);
      if (!entry) return null;
      if (!entry.isFresh()) {
        entries.delete(key);
        return null;
      }
      if (!entry.answer) {
        const reply = cachedBytes(entry.reply);
        if (reply) entry.answer = cachedResponse(reply, entry.headers);
      }
      return entry.answer;
    },
    store(hono, reply, headers, isFresh) {
      entries.set(cacheKey(routedCacheRequest(hono), 'origin'), { reply, headers, answer: null, isFresh });
    },
    clear() {
      entries = empty();
    },
  };
};
