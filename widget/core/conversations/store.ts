import { computed, effect, type Signal, signal, untracked } from '@preact/signals';
import { uploadAttachment } from '../../../shared/core/content/attachmentRoutes.ts';
import type { TypingSignal, VisitorEvent } from '../../../shared/core/conversations/events.ts';
import { getThread, listConversations, visitorLive } from '../../../shared/core/conversations/routes.ts';
import type {
  Message,
  VisitorConversation,
  VisitorThread,
} from '../../../shared/core/conversations/schema.ts';
import type { PresenceSignal } from '../../../shared/core/people/presence.ts';
import { getPresence } from '../../../shared/core/people/presenceRoutes.ts';
import { fillPath, route } from '../../../shared/core/route.ts';
import { CallError } from '../net/client.ts';
import type { LiveState } from '../net/live.ts';
import { createOutbox } from '../net/outbox.ts';
import { joinLive, type SharedLive } from '../net/sharedLive.ts';
import { createStore } from '../net/storage.ts';
import { createTypists } from './typing.ts';
import { createUploads } from '../net/uploads.ts';
import type { WidgetContext } from '../context.ts';
import { createDrafts } from './drafts.ts';
import { createFiles } from './files.ts';
import { createPresenceWatch } from './presence.ts';
import { rotate } from './rotate.ts';
import { createThread } from './thread.ts';
import type { ConversationStore, Sending, Thread } from './types.ts';

const byNewest = (one: VisitorConversation, other: VisitorConversation) => other.lastSeq - one.lastSeq;

export const createConversationStore = (context: WidgetContext): ConversationStore => {
  const { session } = context;
  const conversations = signal<readonly VisitorConversation[]>([]);
  const failed = signal(false);
  const visible = signal(document.visibilityState !== 'hidden');
  const live: Signal<SharedLive | null> = signal(null);
  const threads = new Map<string, Thread>();
  const drafts = createDrafts(context);
  const files = createFiles(context);
  const typists = createTypists('staff');
  const uploads = createUploads(
    (id, name) =>
      `${context.base}${fillPath(uploadAttachment.path, { site: context.site })}?${new URLSearchParams({ id, name })}`,
    session.headers,
    session.begin,
  );
  let reading: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const put = (conversation: VisitorConversation): void => {
    const others = conversations.value.filter(({ id }) => id !== conversation.id);
    conversations.value = [conversation, ...others].sort(byNewest);
  };

  const take: ConversationStore['take'] = ({ message, conversation, messages }) => {
    if (conversation) put(conversation);
    for (const each of messages ?? (message ? [message] : [])) threads.get(each.conversation)?.put(each);
    if (message?.author.kind === 'staff') typists.stop(message.conversation);
    if (message && !conversations.value.some(({ id }) => id === message.conversation))
      void discover(message.conversation);
  };

  /** A conversation that another tab opened. */
  const discover = async (id: string): Promise<void> => {
    try {
      take(await session.call(getThread, { path: { conversation: id } }));
    } catch {
      // The next reading of the list brings it.
    }
  };

  const goLive = (): SharedLive =>
    (live.value ??= joinLive(session.isStored ? `foyer:${context.site}` : null, {
      url: context.base + fillPath(visitorLive.path, { site: context.site }),
      headers: session.headers,
      // A line that begins is told at once, so that the first poll is answered at once, too.
      query: () => ({ here: isHeard() ? presence.mark() : '?' }),
      onEvent: (event) => take((event as VisitorEvent).data),
      onSignal(frame) {
        if (frame.kind === 'typing') typists.hear((frame as TypingSignal).data);
        if (frame.kind === 'presence') presence.hear((frame as PresenceSignal).data);
      },
      onReset: () => void read(),
    }));

  const read = async (): Promise<void> => {
    try {
      // Before the list: what arrives meanwhile is told after it.
      const line = goLive();
      const found = await session.call(listConversations, {});
      conversations.value = [...found.conversations].sort(byNewest);
      failed.value = false;
      for (const thread of threads.values()) void thread.load();
      line.begin(found.cursor);
    } catch (error) {
      if (error instanceof CallError && error.code === 'unauthenticated') {
        // Not met yet, or forgotten: an unsent first question makes the server know this secret.
        if (!outbox.items.value.length) session.forget();
        return;
      }
      failed.value = true;
      clearTimeout(timer);
      timer = setTimeout(read, 15_000);
    }
  };

  const outbox = createOutbox<Sending>(
    createStore(`foyer:${context.site}:unsent`),
    async (_, { method, path, parameters, body, files: carried = [] }) => {
      session.begin();
      await uploads.settle(carried.map(({ id }) => id));
      const reply = await session.call(
        route<object, Partial<VisitorThread> & { message?: Message }>(method, path),
        {
          path: parameters,
          body,
        },
      );
      take(reply);
      for (const { id } of carried) uploads.remove(id);
      if (reply.cursor !== undefined) goLive().begin(reply.cursor);
    },
    // What got through says that the server is back, and so does the line: each wakes the other out of its pause.
    () => live.value?.retry(),
    ({ parameters, kind }) => parameters.conversation ?? kind,
    ({ behind, parameters }) =>
      !behind || conversations.value.some(({ id }) => id === parameters.conversation),
  );
  const stopWaking = effect(() => {
    const state = live.value?.state.value;
    if (state === 'live' || state === 'polling') untracked(outbox.retry);
  });
  const line = computed<LiveState>(() => live.value?.state.value ?? 'ended');
  const isHeard = (): boolean => line.value === 'live' || line.value === 'polling';
  const presence = createPresenceWatch((signal) => context.call(getPresence, { signal }), isHeard, visible);

  const wake = (): void => {
    visible.value = document.visibilityState !== 'hidden';
    if (!visible.value) return;
    live.value?.retry();
    if (outbox.items.value.some((item) => item.state === 'waiting')) outbox.retry();
    if (failed.value) void read();
  };
  const ends = new AbortController();
  document.addEventListener('visibilitychange', wake, ends);
  // Back from sleep, or from the cache of pages that were left.
  addEventListener('online', wake, ends);
  addEventListener('pageshow', wake, ends);

  const store: ConversationStore = {
    conversations,
    unread: computed(() => conversations.value.reduce((sum, { unread }) => sum + unread, 0)),
    failed,
    visible,
    line,
    presence,
    outbox,
    drafts,
    uploads,
    files,
    typists,
    send(id, sending, first) {
      session.begin();
      outbox.add(id, sending, first);
    },
    thread(id, opening) {
      let thread = threads.get(id);
      if (!thread) threads.set(id, (thread = createThread(context, store, id, opening)));
      return thread;
    },
    begin: () =>
      (reading ??= (async () => {
        if (!session.isKnown) return;
        await rotate(session, Date.now());
        await read();
      })().finally(() => {
        if (!live.value) reading = undefined;
      })),
    restart() {
      live.value?.stop();
      live.value = null;
      reading = undefined;
      return store.begin();
    },
    take,
    dispose() {
      stopWaking();
      clearTimeout(timer);
      ends.abort();
      drafts.dispose();
      uploads.dispose();
      files.dispose();
      typists.dispose();
      presence.dispose();
      live.value?.stop();
      outbox.dispose();
      for (const thread of threads.values()) thread.dispose();
    },
  };
  // What cannot be loaded is not missed: staff see where it was written.
  import('./whereabouts.ts').then((part) => part.tell(context, store)).catch(() => {});
  return store;
};
