import { signal, type ReadonlySignal } from '@preact/signals';
import type { LiveEvent, SignalFrame } from '../../../shared/core/events.ts';
import { createBackoff } from './backoff.ts';

/**
 * `live`: what happens arrives at once. `polling`: the line lets no stream through, we ask again and again.
 * `waiting`: the line is down, we try again. `ended`: stopped or refused.
 */
export type LiveState = 'connecting' | 'live' | 'polling' | 'waiting' | 'ended';

export interface Live {
  readonly state: ReadonlySignal<LiveState>;
  /** Looks now instead of after the pause: the page became visible, the network came back. */
  retry(): void;
  stop(): void;
}

/** What takes in a stream's frames. */
export interface LiveListener {
  /** Told of each event, in order, once. */
  onEvent?(event: LiveEvent): void;
  /** Told of what holds for a moment. */
  onSignal?(frame: SignalFrame): void;
  /** The cursor is too old: fetch everything anew, then go on from where the stream is. */
  onReset?(): void;
}

/** Passes frames on to several listeners, in their order. The list may grow until the first frame. */
export const toAll = (listeners: readonly LiveListener[]): Required<LiveListener> => ({
  onEvent(event) {
    for (const listener of listeners) listener.onEvent?.(event);
  },
  onSignal(frame) {
    for (const listener of listeners) listener.onSignal?.(frame);
  },
  onReset() {
    for (const listener of listeners) listener.onReset?.();
  },
});

/** Longest pause between two tries, milliseconds. */
const longestPause = 60_000;
/** A stream that has not said hello for so long is held back by something between us, milliseconds. */
const helloWithin = 8_000;
/** After so long of polling a stream is tried again, milliseconds: networks change. */
const pollFor = 300_000;

/**
 * Reads a live stream with fetch, so that secrets stay in headers, and resumes it by its cursor. Pauses grow to a
 * minute, with jitter; silence for two heartbeats counts as a dead line. Where no stream comes through
 * (a proxy that buffers, a filter that cuts), the same frames are polled for by the same cursor.
 * @param onEvent told of each event, in order, once
 * @param onSignal told of what holds for a moment
 * @param onReset the cursor is too old: fetch everything anew, then go on from where this stream is
 */
export const openLive = (given: {
  url: string;
  headers(): Record<string, string>;
  /** What is asked for besides. */
  query?(): Record<string, string>;
  cursor: number | undefined;
  onEvent(event: LiveEvent): void;
  onSignal?(frame: SignalFrame): void;
  onReset(): void;
}): Live => {
  const state = signal<LiveState>('connecting');
  let cursor = given.cursor;
  const pauses = createBackoff(longestPause);
  let stopped = false;
  let abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let maxSilence = 60_000;
  /** When to try a stream again; 0 while streams work. */
  let pollUntil = 0;
  let polls = false;
  let greeted = false;
  /** Streams in a row that were opened and said nothing. */
  let silent = 0;

  const watch = (milliseconds: number): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => abort.abort(), milliseconds);
  };

  const take = (frame: string): number | undefined => {
    let id: string | undefined;
    let data = '';
    for (const line of frame.split('\n')) {
      if (line.startsWith('id: ')) id = line.slice(4);
      else if (line.startsWith('data: ')) data += line.slice(6);
    }
    if (data === '') return;
    const event = JSON.parse(data);
    if (event.kind === 'goodbye') return event.retryAfter as number;
    greeted = true;
    if (event.kind === 'hello') {
      maxSilence = event.heartbeat * 2;
      pauses.reset();
      state.value = polls ? 'polling' : 'live';
    } else if (event.kind === 'reset') {
      state.value = polls ? 'polling' : 'live';
      given.onReset();
    } else if (event.signal) given.onSignal?.(event);
    else if (cursor === undefined || event.seq > cursor) given.onEvent(event);
    if (id !== undefined) cursor = Math.max(event.kind === 'reset' ? 0 : (cursor ?? 0), Number(id));
    return;
  };

  const again = (milliseconds: number): void => {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds);
  };

  const run = async (): Promise<void> => {
    clearTimeout(timer);
    abort = new AbortController();
    const own = abort;
    let wait: number | undefined;
    let opened = false;
    greeted = false;
    polls = Date.now() < pollUntil;
    const query = new URLSearchParams(given.query?.());
    if (cursor !== undefined) query.set('after', `${cursor}`);
    if (polls) query.set('poll', '1');
    try {
      watch(polls ? maxSilence : helloWithin);
      const response = await fetch(`${given.url}${query.size ? `?${query}` : ''}`, {
        headers: given.headers(),
        credentials: 'same-origin',
        cache: 'no-store',
        signal: own.signal,
      });
      if (response.status === 401 || response.status === 403 || response.status === 404) {
        stopped = true;
        state.value = 'ended';
        return;
      }
      opened = response.ok;
      if (!opened || !response.body) throw response;
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      let text = '';
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        text += decoder.decode(value, { stream: true });
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          wait = take(text.slice(0, end)) ?? wait;
          text = text.slice(end + 2);
        }
        if (greeted) watch(maxSilence);
      }
    } catch {
      // Whatever broke the line, the remedy is the same: resume from the cursor after a pause.
    } finally {
      clearTimeout(watchdog);
    }
    if (own !== abort || stopped) return;
    // A poll that was answered is followed by the next.
    if (polls && greeted) return again(wait ?? 0);
    if (greeted) silent = 0;
    // Opened and silent, or not even opened in time although the server is there: no stream comes through.
    else if (own.signal.aborted || (opened && ++silent > 1)) {
      pollUntil = polls ? 0 : Date.now() + pollFor;
      if (pollUntil) return again(0);
    }
    state.value = 'waiting';
    again(wait ?? pauses.next());
  };

  void run();
  return {
    state,
    retry() {
      if (stopped || state.value !== 'waiting') return;
      pauses.reset();
      void run();
    },
    stop() {
      stopped = true;
      state.value = 'ended';
      clearTimeout(timer);
      clearTimeout(watchdog);
      abort.abort();
    },
  };
};
