import { signal } from '@preact/signals';
import type { LiveEvent, SignalFrame } from '../../../shared/core/events.ts';
import { type Live, type LiveState, openLive } from './live.ts';

/** What the tab that reads the stream tells the others. */
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

/**
 * One stream for all tabs of a browser: the tab that holds the lock reads it and passes on what arrives; when it goes,
 * another takes over from its own cursor. Join before reading what the cursor belongs to, so that nothing falls
 * between the two. Without locks, or when tabs are strangers to each other, each has its own.
 * @param name the same for tabs of one visitor; null when this tab's visitor is known to no other
 */
export const joinLive = (
  name: string | null,
  given: {
    url: string;
    headers(): Record<string, string>;
    query?(): Record<string, string>;
    onEvent(event: LiveEvent): void;
    onSignal?(frame: SignalFrame): void;
    onReset(): void;
  },
): SharedLive => {
  const state = signal<LiveState>('connecting');
  // Missing on pages that were not loaded over https.
  const locks = navigator.locks as LockManager | undefined;
  const channel = name !== null && locks && 'BroadcastChannel' in window ? new BroadcastChannel(name) : null;
  const leaving = new AbortController();
  let early: LiveEvent[] | null = [];
  let cursor = 0;
  let live: Live | undefined;
  let leave = (): void => {};

  const tell = (word: Word): void => channel?.postMessage(word);
  const setState = (next: LiveState): void => {
    state.value = next;
  };
  const take = (event: LiveEvent): void => {
    if (early) early.push(event);
    else if (event.seq > cursor) {
      cursor = event.seq;
      given.onEvent(event);
    }
  };

  const lead = (): Promise<void> => {
    live = openLive({
      ...given,
      cursor,
      onEvent(event) {
        take(event);
        tell({ event });
      },
      onSignal(frame) {
        given.onSignal?.(frame);
        tell({ signal: frame });
      },
      onReset() {
        given.onReset();
        tell({ reset: true });
      },
    });
    const stopWatching = live.state.subscribe((next) => {
      setState(next);
      tell({ state: next });
    });
    return new Promise((resolve) => {
      leave = () => {
        stopWatching();
        live?.stop();
        resolve();
      };
    });
  };

  channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if ('event' in data) take(data.event);
    else if ('signal' in data) given.onSignal?.(data.signal);
    else if ('state' in data) setState(data.state);
    else if ('reset' in data) given.onReset();
    else if (live) tell({ state: live.state.value });
  });

  return {
    state,
    begin(from) {
      if (!early) return;
      const waiting = early;
      early = null;
      cursor = from;
      waiting.forEach(take);
      tell({ ask: true });
      if (!channel) void lead();
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
