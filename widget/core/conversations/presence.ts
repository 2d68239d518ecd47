import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Presence } from '../../../shared/core/people/presence.ts';
import { presenceMark } from '../../../shared/core/people/presenceRoutes.ts';

/** It is looked so often whether there is a reason to ask, milliseconds. */
const lookEvery = 20_000;
/** The time presence holds, milliseconds: teams leave although nobody says so. */
const holds = 300_000;

/** The presence of the team: heard on the line, asked for where there is none. */
export interface PresenceWatch {
  /** null while it is not known. */
  now: ReadonlySignal<Presence | null>;
  /** Looks for as long as somebody does. @returns what ends it */
  watch(): () => void;
  /** Takes in what the line tells. */
  onChange(presence: Presence): void;
  /** The mark of the known presence, so that the line says only what differs. */
  mark(): string;
  dispose(): void;
}

/** @param isHeard true while the line tells what changes */
export const createPresenceWatch = (
  ask: (signal: AbortSignal) => Promise<Presence>,
  isHeard: () => boolean,
  visible: ReadonlySignal<boolean>,
): PresenceWatch => {
  const now = signal<Presence | null>(null);
  const leaving = new AbortController();
  const watchers = new Set<object>();
  let heardAt = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  const onChange = (presence: Presence): void => {
    heardAt = Date.now();
    now.value = presence;
  };
  const look = async (): Promise<void> => {
    const known = now.value;
    const isFresh =
      known !== null &&
      isHeard() &&
      Date.now() - heardAt < holds &&
      (known.opensAt === null || known.opensAt > Date.now());
    if (isFresh || !visible.value || !watchers.size) return;
    try {
      onChange(await ask(leaving.signal));
    } catch {
      // The line says itself when it is down; what was known last is the best guess until then.
    }
  };
  const stopWaking = effect(() => {
    if (visible.value) void untracked(look);
  });
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };

  return {
    now,
    watch() {
      const watcher = {};
      watchers.add(watcher);
      void look();
      timer ??= setInterval(() => void look(), lookEvery);
      return () => {
        watchers.delete(watcher);
        if (!watchers.size) stop();
      };
    },
    onChange,
    mark: () => (now.value ? presenceMark(now.value.online) : '?'),
    dispose() {
      leaving.abort();
      stopWaking();
      stop();
    },
  };
};
