import { type ReadonlySignal, signal } from '@preact/signals';
import { getSuggestions } from '../../shared/ask/routes.ts';
import type { Suggestion } from '../../shared/ask/schema.ts';
import { type Call, CallError } from '../core/net/client.ts';

/** The pause in typing before the server is asked, milliseconds. */
const pause = 120;
/** Maximum of cached responses: going back a few letters costs nothing. */
const maxEntries = 40;
const longestQuery = 400;

export interface Found {
  /** The text they were found for. */
  query: string;
  items: readonly Suggestion[];
}

/** The answers that exist to what is being typed. */
export interface Suggestions {
  /** Null before anything was looked up. What was found last stays until the next is there. */
  found: ReadonlySignal<Found | null>;
  /** True while they cannot be looked up. */
  failed: ReadonlySignal<boolean>;
  /** Looks up after a pause; a newer text cancels an older one. */
  look(text: string): void;
  dispose(): void;
}

export const createSuggestions = (call: Call, language: string): Suggestions => {
  const found = signal<Found | null>(null);
  const failed = signal(false);
  const cache = new Map<string, readonly Suggestion[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort: AbortController | undefined;

  const fetchNow = async (query: string): Promise<void> => {
    abort = new AbortController();
    const { signal: own } = abort;
    try {
      const { suggestions } = await call(getSuggestions, { query: { q: query, language }, signal: own });
      if (own.aborted) return;
      cache.set(query, suggestions.slice(0, 3));
      // biome-ignore lint/style/noNonNullAssertion: a map of more than no entries has a first
      if (cache.size > maxEntries) cache.delete(cache.keys().next().value!);
      failed.value = false;
      // biome-ignore lint/style/noNonNullAssertion: it was put there two lines above
      found.value = { query, items: cache.get(query)! };
    } catch (error) {
      if (own.aborted) return;
      // Limited: the next letter asks again, there is nothing to say about it.
      failed.value = !(error instanceof CallError && error.code === 'limited');
    }
  };

  const stop = (): void => {
    clearTimeout(timer);
    abort?.abort();
  };

  return {
    found,
    failed,
    look(text) {
      stop();
      const query = text.trim().replace(/\s+/g, ' ').slice(0, longestQuery).toWellFormed();
      const known = cache.get(query);
      if (query.length < 2) found.value = null;
      else if (known) found.value = { query, items: known };
      else timer = setTimeout(fetchNow, pause, query);
    },
    dispose: stop,
  };
};
