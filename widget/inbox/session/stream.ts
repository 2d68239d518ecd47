import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Live, type LiveListener, type LiveState, openLive, toAll } from '../../core/net/live.ts';

/** The one stream of a site's staff, passed on to every model that listens. */
export const createStream = (site: string, listeners: readonly LiveListener[]) => {
  const state = signal<LiveState>('connecting');
  let live: Live | undefined;
  let stopWatching = (): void => {};
  return {
    state: state as ReadonlySignal<LiveState>,
    /** Goes live from a place of the log; again only where the line was refused, as after a session ended. */
    begin(cursor: number): void {
      if (live && state.value !== 'ended') return;
      stopWatching();
      live = openLive({
        url: `/api/inbox/${site}/live`,
        headers: () => ({}),
        cursor,
        ...toAll(listeners),
      });
      const { state: current } = live;
      stopWatching = effect(() => {
        state.value = current.value;
      });
    },
    retry: (): void => live?.retry(),
    dispose(): void {
      live?.stop();
      stopWatching();
    },
  };
};
