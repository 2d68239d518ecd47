import { computed, effect, signal, untracked } from '@preact/signals';
import { getThread, postMessage, postSeen, postTyping } from '../../../shared/core/conversations/routes.ts';
import type { SendMessage } from '../../../shared/core/conversations/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { WidgetContext } from '../context.ts';
import { CallError } from '../net/client.ts';
import type { Unsent } from '../net/unsent.ts';
import type { SentFile } from '../net/uploads.ts';
import { createComposer } from './composer.tsx';
import { notArrived } from './MessageList.tsx';
import type { ConversationStore, Opening, Sending, Thread } from './types.ts';
import { createTypingWord } from './typing.ts';

/** True when it was refused because a file of it is not there. */
export const isFileLost = ({ error }: Pick<Unsent<Sending>, 'error'>): boolean =>
  Object.keys(error?.fields ?? {}).some((field) => field.startsWith('attachments'));

/** Tells the server up to where the visitor has seen a conversation, once for each place. */
const createSeen = (context: WidgetContext, store: ConversationStore, id: string): (() => void) => {
  let announcedAt = 0;
  return () => {
    const find = () => store.conversations.value.find((each) => each.id === id);
    const row = find();
    if (!row || row.visitorSeen >= row.lastSeq || announcedAt >= row.lastSeq) return;
    announcedAt = row.lastSeq;
    context.session.call(postSeen, { path: { conversation: id }, body: { seq: announcedAt } }).then(
      () => {
        const now = find();
        if (now?.lastSeq === announcedAt)
          store.take({ conversation: { ...now, visitorSeen: announcedAt, unread: 0 } });
      },
      () => {
        announcedAt = 0;
      },
    );
  };
};

/** Reads a conversation's messages; the last reading counts. */
const createReader = (context: WidgetContext, store: ConversationStore, id: string, isReady: boolean) => {
  const state = signal<'loading' | 'ready' | CallError>(isReady ? 'ready' : 'loading');
  const abort = new AbortController();
  let turn = 0;
  return {
    state,
    async read(): Promise<void> {
      const own = ++turn;
      try {
        const found = await context.session.call(getThread, {
          path: { conversation: id },
          signal: abort.signal,
        });
        if (own !== turn) return;
        store.take(found);
        state.value = 'ready';
      } catch (error) {
        if (own === turn && error instanceof CallError && state.value !== 'ready') state.value = error;
      }
    },
    stop: () => abort.abort(),
  };
};

/** Puts a message into the outbox: a reply, or what opens the conversation and has its id. */
const queueMessage = (
  store: ConversationStore,
  { id, opening, isKnown }: { id: string; opening: Opening | undefined; isKnown: boolean },
  body: string,
  files: readonly SentFile[],
): void => {
  const opens = opening && !isKnown && !store.outbox.items.value.some((item) => item.id === id);
  const message: SendMessage = {
    id: opens ? id : newId(),
    body,
    ...(files.length && { attachments: files.map((file) => file.id) }),
  };
  const call = opens
    ? opening(message)
    : { method: postMessage.method, path: postMessage.path, body: message };
  store.send(
    message.id,
    {
      kind: 'message',
      ...call,
      parameters: { conversation: id },
      ...(opening && !isKnown && !opens && { waitsForOpening: true }),
      ...(files.length && { files }),
    },
    opens,
  );
};

/** @param opening how the first message is sent, while the server does not know the conversation yet */
export const createThread = (
  context: WidgetContext,
  store: ConversationStore,
  id: string,
  opening?: Opening,
): Thread => {
  const { state, read, stop } = createReader(context, store, id, opening !== undefined);
  const messages = store.messages(id);
  const conversation = computed(() => store.conversations.value.find((each) => each.id === id));
  const sayTyping = createTypingWord((typing) =>
    context.session.call(postTyping, { path: { conversation: id }, body: { typing } }),
  );
  const composer = createComposer(id, store.uploads, {
    text: computed(() => store.drafts.all.value[id] ?? ''),
    write(text) {
      store.drafts.write(id, text);
      if (conversation.value) sayTyping(text !== '');
    },
  });
  const unsent = computed(() =>
    notArrived(
      store.outbox.items.value.filter(
        ({ payload }) => payload.kind === 'message' && payload.parameters.conversation === id,
      ),
      messages.value,
    ),
  );
  /** True when a first message may have arrived although we were not told. */
  let mayBeKnown = false;

  const load = async (): Promise<void> => {
    // Nobody there knows it yet.
    if (!opening || conversation.value || mayBeKnown) await read();
  };
  const queue = (body: string, files: readonly SentFile[]): void =>
    queueMessage(store, { id, opening, isKnown: conversation.value !== undefined }, body, files);
  // Whenever the list was read, what is here may be older than that.
  const stopReloading = effect(() => {
    void store.readings.value;
    untracked(() => void load());
  });

  return {
    id,
    conversation,
    messages,
    unsent,
    state,
    composer,
    typist: computed(() => store.typists.names.value[id]),
    load,
    send() {
      const taken = composer.take();
      if (taken) queue(taken.body, taken.files);
    },
    edit(item) {
      store.outbox.remove(item.id);
      const { body } = item.payload.body as SendMessage;
      composer.restore(body, item.payload.files ?? [], !isFileLost(item));
      // It may have arrived after all: then what follows is no opening.
      if (item.error?.code !== 'conflict') return;
      mayBeKnown = true;
      void load();
    },
    drop(item) {
      store.outbox.remove(item.id);
      const next = unsent.value.find(({ payload }) => payload.waitsForOpening);
      if (!opening || item.id !== id || !next) return;
      store.outbox.remove(next.id);
      queue((next.payload.body as SendMessage).body, next.payload.files ?? []);
    },
    see: createSeen(context, store, id),
    dispose() {
      stopReloading();
      stop();
    },
  };
};
