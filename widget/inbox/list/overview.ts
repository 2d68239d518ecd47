import { type ReadonlySignal, signal } from '@preact/signals';
import { getOverview } from '../../../shared/inbox/routes.ts';
import type { Overview } from '../../../shared/inbox/schema.ts';
import type { Attempt } from '../../core/net/attempt.ts';
import type { Call } from '../../core/net/client.ts';
import type { LiveListener } from '../../core/net/live.ts';

/** Events that come together are answered by one look at the counts, milliseconds. */
const refreshPause = 400;

const empty: Overview = { counts: {}, kinds: [], labels: [], teams: [], searches: [], people: [] };

/** The counts of the views, and the labels, teams and people of the site. */
export interface OverviewModel extends LiveListener {
  now: ReadonlySignal<Overview>;
  load(): Promise<void>;
  /** Loads in a moment, once for all that happens until then. */
  refresh(): void;
  dispose(): void;
}

export const createOverview = (call: Call, attempt: Attempt): OverviewModel => {
  const now = signal(empty);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const load = async (): Promise<void> => {
    const found = await attempt(call(getOverview, {}));
    if (found) now.value = found;
  };
  const refresh = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void load();
    }, refreshPause);
  };
  return {
    now,
    load,
    refresh,
    onEvent({ kind }) {
      if (/^(?:message\.added|conversation\.changed|inbox\.changed)$/.test(kind)) refresh();
    },
    onReset: () => void load(),
    dispose: () => clearTimeout(timer),
  };
};
