import { newId } from '../../../shared/core/ids.ts';

/** Something that holds for a moment (typing, presence): never in the log, never resumed, missed without harm. */
export interface Signal {
  site: string;
  /** Whom it concerns: all staff of the site, one visitor, or every visitor with an open stream. */
  to: { staff?: boolean; visitor?: string; everyone?: boolean };
  /** A member of staff who made it, and need not hear it. */
  except?: string;
  kind: string;
  data: object;
}

/**
 * Tells readers of the log that a site's log grew. Carries no data: whoever wakes reads the log. Signals, which are in
 * no log, carry theirs.
 */
export interface Bus {
  wake(site: string): void;
  /** @returns a function that stops listening */
  onWake(listener: (site: string) => void): () => void;
  /** Counts a site's wakes; caches compare it to know that they are stale. */
  version(site: string): number;
  /** Tells everybody whom it concerns, on every machine. */
  signal(signal: Signal): void;
  onSignal(listener: (signal: Signal) => void): () => void;
  /** Takes a signal as another machine sent it. */
  takeForeign(text: string): void;
}

/**
 * @param send hands a signal to the other machines of a cluster; absent where there is one process
 */
export const createBus = (send: (text: string) => void = () => {}): Bus => {
  const listeners = new Set<(site: string) => void>();
  const signalListeners = new Set<(signal: Signal) => void>();
  const versions = new Map<string, number>();
  /** A sender hears its own signals from the database, too. */
  const self = newId();
  const deliver = (signal: Signal): void => {
    for (const listener of signalListeners) listener(signal);
  };
  return {
    wake(site) {
      versions.set(site, (versions.get(site) ?? 0) + 1);
      for (const listener of listeners) listener(site);
    },
    onWake(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: (site) => versions.get(site) ?? 0,
    signal(signal) {
      deliver(signal);
      send(JSON.stringify({ from: self, signal }));
    },
    onSignal(listener) {
      signalListeners.add(listener);
      return () => signalListeners.delete(listener);
    },
    takeForeign(text) {
      const { from, signal } = JSON.parse(text) as { from: string; signal: Signal };
      if (from !== self) deliver(signal);
    },
  };
};
