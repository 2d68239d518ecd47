import { signal } from '@preact/signals';
import type { LiveEvent, SignalFrame } from '../../../shared/core/events.ts';
import { type Live, type LiveOptions, type LiveState, openLive } from './live.ts';

/** A message to the other tabs from the one that reads the stream. */
type Word =
  | { event: LiveEvent }
  | { signal: SignalFrame }
  | { state: LiveState }
  | { reset: true }
  | { ask: true };

export interface SharedLive extends Live {
  /** Begins to tell: what was read before is up to this cursor. */
  begin(cursor: number): void;
}

/** Reads the stream for all tabs, and passes on what arrives. @returns it, and what leaves it to another tab */
const openLeading = (
  options: LiveOptions,
  send: (word: Word) => void,
  setState: (state: LiveState) => void,
): { live: Live; leave: () => void } => {
  const live = openLive({
    ...options,
    onEvent(event) {
      options.onEvent(event);
      send({ event });
    },
    onSignal(frame) {
      options.onSignal?.(frame);
      send({ signal: frame });
    },
    onReset() {
      options.onReset();
      send({ reset: true });
    },
  });
  const stopWatching = live.state.subscribe((state) => {
    setState(state);
    send({ state });
  });
  return {
    live,
    leave() {
      stopWatching();
      live.stop();
    },
  };
};

/**
 * One stream for all tabs of a browser: the tab that holds the lock reads it and passes on what arrives; when it goes,
 * another takes over from its own cursor. Join before reading what the cursor belongs to, so that nothing falls
 * between the two. Without locks, or when tabs are strangers to each other, each has its own.
 * @param name the same for tabs of one visitor; null when this tab's visitor is known to no other
 */
export const joinLive = (name: string | null, options: Omit<LiveOptions, 'cursor'>): SharedLive => {
  const state = signal<LiveState>('connecting');
  // Missing on pages that were not loaded over https.
  const locks = navigator.locks as LockManager | undefined;
  const channel = name !== null && locks && 'BroadcastChannel' in window ? new BroadcastChannel(name) : null;
  const leaving = new AbortController();
  let early: LiveEvent[] | null = [];
  let cursor = 0;
  let live: Live | undefined;
  let leave = (): void => {};

  const send = (word: Word): void => channel?.postMessage(word);
  const setState = (next: LiveState): void => {
    state.value = next;
  };
  const take = (event: LiveEvent): void => {
    if (early) early.push(event);
    else if (event.seq > cursor) {
      cursor = event.seq;
      options.onEvent(event);
    }
  };

  /** Reads until it leaves: the lock is held for so long. */
  const lead = (): Promise<void> =>
    new Promise((resolve) => {
      const leading = openLeading({ ...options, cursor, onEvent: take }, send, setState);
      live = leading.live;
      leave = () => {
        leading.leave();
        resolve();
      };
    });

  channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if ('event' in data) take(data.event);
    else if ('signal' in data) options.onSignal?.(data.signal);
    else if ('state' in data) setState(data.state);
    else if ('reset' in data) options.onReset();
    else if (live) send({ state: live.state.value });
  });

  return {
    state,
    begin(from) {
      if (!early) return;
      const waiting = early;
      early = null;
      cursor = from;
      waiting.forEach(take);
      send({ ask: true });
      if (!channel) void lead();
      // biome-ignore lint/style/noNonNullAssertion: without locks and a name the branch above was taken
      else locks!.request(name!, { signal: leaving.signal }, lead).catch(() => {});
    },
    retry: () => live?.retry(),
    stop() {
      leaving.abort();
      leave();
      channel?.close();
      state.value = 'ended';
    },
  };
};
