import { signal, type ReadonlySignal } from '@preact/signals';
import type { LiveEvent, SignalFrame } from '../../../shared/core/events.ts';
import { after } from './after.ts';
import { createBackoff } from './backoff.ts';
import { readEventStream, type StreamMessage } from './eventStream.ts';
import { type Attempt, createAttempt, createPollFallback } from './pollFallback.ts';

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

/** A listener to a stream's frames. */
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

export interface LiveOptions {
  url: string;
  headers(): Record<string, string>;
  /** Further parts of the query. */
  query?(): Record<string, string>;
  /** Where to go on; undefined starts with what comes. */
  cursor: number | undefined;
  /** Told of each event, in order, once. */
  onEvent(event: LiveEvent): void;
  /** Told of what holds for a moment. */
  onSignal?(frame: SignalFrame): void;
  /** The cursor is too old: fetch everything anew, then go on from where this stream is. */
  onReset(): void;
}

/** Longest pause between two tries, milliseconds. */
const maxPause = 60_000;
/** A stream that has not said hello for so long is held back by something between us, milliseconds. */
const helloWithin = 8_000;

/** Asks for the stream, or for one poll of it. */
const request = (
  { url, headers, query }: LiveOptions,
  cursor: number | undefined,
  { polls, abort }: Attempt,
): Promise<Response> => {
  const all = new URLSearchParams(query?.());
  if (cursor !== undefined) all.set('after', `${cursor}`);
  if (polls) all.set('poll', '1');
  return fetch(`${url}${all.size ? `?${all}` : ''}`, {
    headers: headers(),
    credentials: 'same-origin',
    cache: 'no-store',
    signal: abort.signal,
  });
};

/**
 * Reads a live stream with fetch, so that secrets stay in headers, and resumes it by its cursor. Pauses grow to a
 * minute, with jitter; silence for two heartbeats counts as a dead line. Where no stream comes through
 * (a proxy that buffers, a filter that cuts), the same frames are polled for by the same cursor.
 */
export const openLive = (options: LiveOptions): Live => {
  const state = signal<LiveState>('connecting');
  const pauses = createBackoff(maxPause);
  const fallback = createPollFallback();
  let { cursor } = options;
  let stopped = false;
  let current: Attempt;
  let cancelRetry = (): void => {};
  let cancelWatchdog = (): void => {};
  let maxSilence = 60_000;

  const watch = (milliseconds: number): void => {
    cancelWatchdog();
    cancelWatchdog = after(milliseconds, () => current.abort.abort());
  };
  const stop = (): void => {
    stopped = true;
    state.value = 'ended';
    cancelRetry();
    cancelWatchdog();
  };

  const take = ({ id, data }: StreamMessage): void => {
    const event = JSON.parse(data);
    if (event.kind === 'goodbye') {
      current.retryAfter = event.retryAfter;
      return;
    }
    current.isGreeted = true;
    if (event.kind === 'hello') {
      maxSilence = event.heartbeat * 2;
      pauses.reset();
      state.value = current.polls ? 'polling' : 'live';
    } else if (event.kind === 'reset') {
      state.value = current.polls ? 'polling' : 'live';
      options.onReset();
    } else if (event.signal) options.onSignal?.(event);
    else if (cursor === undefined || event.seq > cursor) options.onEvent(event);
    if (id !== undefined) cursor = Math.max(event.kind === 'reset' ? 0 : (cursor ?? 0), Number(id));
  };

  const read = async (attempt: Attempt): Promise<void> => {
    watch(attempt.polls ? maxSilence : helloWithin);
    const response = await request(options, cursor, attempt);
    if ([401, 403, 404].includes(response.status)) return stop();
    attempt.isOpened = response.ok;
    if (!response.ok || !response.body) throw response;
    await readEventStream(response.body, take, () => attempt.isGreeted && watch(maxSilence));
  };
  const run = async (): Promise<void> => {
    cancelRetry();
    const attempt = createAttempt(fallback.isPolling());
    current = attempt;
    // Whatever broke the line, the remedy is the same: resume from the cursor after a pause.
    await read(attempt).catch(() => {});
    cancelWatchdog();
    if (attempt !== current || stopped) return;
    const pause = fallback.settle(attempt);
    if (pause === null) state.value = 'waiting';
    cancelRetry = after(pause ?? attempt.retryAfter ?? pauses.next(), () => void run());
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
      stop();
      current.abort.abort();
    },
  };
};
