import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { TypingSignal, VisitorEvent } from '../../../shared/core/conversations/events.ts';
import { listConversations, visitorLive } from '../../../shared/core/conversations/routes.ts';
import type { LiveEvent, SignalFrame } from '../../../shared/core/events.ts';
import type { PresenceSignal } from '../../../shared/core/people/presence.ts';
import { fillPath } from '../../../shared/core/route.ts';
import type { WidgetContext } from '../context.ts';
import { after } from '../net/after.ts';
import { CallError } from '../net/client.ts';
import type { LiveState } from '../net/live.ts';
import { joinLive, type SharedLive } from '../net/sharedLive.ts';
import type { PresenceWatch } from './presence.ts';
import type { Records } from './records.ts';
import { rotate } from './rotate.ts';
import type { ConversationStore } from './types.ts';
import type { Typists } from './typing.ts';

/** A list that could not be read is read again after so long, milliseconds. */
const readAgainAfter = 15_000;

/** Reads the visitor's conversations and keeps them current by the log. */
export interface Sync
  extends Pick<ConversationStore, 'failed' | 'readings' | 'line' | 'begin' | 'restart' | 'dispose'> {
  isLive: ReadonlySignal<boolean>;
  /** Goes live from a place of the log, if nothing is live yet. */
  goLive(cursor: number): void;
  /** Looks now instead of after the pause. */
  retry(): void;
}

/** The targets of the reading and the line. */
interface SyncTargets {
  records: Records;
  typists: Typists;
  presence(): PresenceWatch;
  take: ConversationStore['take'];
  /** A secret that the server does not know is kept while something waits to make it known. */
  hasUnsent(): boolean;
  /** Called when everything of the secret was erased. */
  onGone(): void;
}

/** Passes on what the line tells. */
const toListener = ({ take, typists, presence }: SyncTargets) => ({
  onEvent: (event: LiveEvent): void => take((event as VisitorEvent).data),
  onSignal(frame: SignalFrame): void {
    if (frame.kind === 'typing') typists.onSignal((frame as TypingSignal).data);
    if (frame.kind === 'presence') presence().onChange((frame as PresenceSignal).data);
  },
});

export const createSync = (context: WidgetContext, targets: SyncTargets): Sync => {
  const { session } = context;
  const failed = signal(false);
  const readings = signal(0);
  const live: Signal<SharedLive | null> = signal(null);
  const line = computed<LiveState>(() => live.value?.state.value ?? 'ended');
  const isLive = computed(() => line.value === 'live' || line.value === 'polling');
  let reading: Promise<void> | undefined;
  let cancelRetry = (): void => {};

  const join = (): SharedLive =>
    (live.value ??= joinLive(session.isStored ? `foyer:${context.site}` : null, {
      url: context.base + fillPath(visitorLive.path, { site: context.site }),
      headers: session.headers,
      // A line that begins is told at once, so that the first poll is answered at once, too.
      query: () => ({ here: isLive.value ? targets.presence().mark() : '?' }),
      ...toListener(targets),
      onReset: () => void read(),
    }));

  const read = async (): Promise<void> => {
    try {
      // Before the list: what arrives meanwhile is told after it.
      const stream = join();
      const found = await session.call(listConversations, {});
      targets.records.replaceAll(found.conversations);
      failed.value = false;
      readings.value++;
      stream.begin(found.cursor);
    } catch (error) {
      if (error instanceof CallError && error.code === 'unauthenticated') {
        // Not met yet, or forgotten: an unsent first question makes the server know this secret.
        if (!targets.hasUnsent()) session.forget();
        return;
      }
      if (error instanceof CallError && error.code === 'gone') {
        // Erased, here or in another tab: nothing of it is shown or kept any more.
        targets.onGone();
        return;
      }
      failed.value = true;
      cancelRetry();
      cancelRetry = after(readAgainAfter, () => void read());
    }
  };
  const begin = (): Promise<void> =>
    (reading ??= (async () => {
      if (!session.isKnown) return;
      await rotate(session, Date.now());
      await read();
    })().finally(() => {
      if (!live.value) reading = undefined;
    }));

  return {
    failed,
    readings,
    line,
    isLive,
    goLive: (cursor) => join().begin(cursor),
    retry() {
      live.value?.retry();
      if (failed.value) void read();
    },
    begin,
    restart() {
      live.value?.stop();
      live.value = null;
      reading = undefined;
      return begin();
    },
    dispose() {
      cancelRetry();
      live.value?.stop();
    },
  };
};
