import { computed, signal } from '@preact/signals';
import { getThread, postMessage, postSeen, postTyping } from '../../../shared/core/conversations/routes.ts';
import type { Message, SendMessage } from '../../../shared/core/conversations/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import { CallError } from '../net/client.ts';
import type { Unsent } from '../net/outbox.ts';
import type { WidgetContext } from '../context.ts';
import { createTypingWord } from './typing.ts';
import type { ConversationStore, Opening, Sending, Thread } from './types.ts';

/** True when it was refused because a file of it is not there. */
export const isFileLost = ({ error }: Pick<Unsent<Sending>, 'error'>): boolean =>
  Object.keys(error?.fields ?? {}).some((field) => field.startsWith('attachments'));

export const createThread = (
  context: WidgetContext,
  store: ConversationStore,
  id: string,
  opening?: Opening,
): Thread => {
  const messages = signal<readonly Message[]>([]);
  const state = signal<'loading' | 'ready' | CallError>(opening ? 'ready' : 'loading');
  const draft = computed(() => store.drafts.all.value[id] ?? '');
  const sayTyping = createTypingWord((typing) =>
    context.session.call(postTyping, { path: { conversation: id }, body: { typing } }),
  );
  const uploads = computed(() =>
    store.uploads.items.value.filter((item) => item.place === id && !item.isTaken),
  );
  const conversation = computed(() => store.conversations.value.find((each) => each.id === id));
  const abort = new AbortController();
  let told = 0;
  let turn = 0;
  /** True when a first message may have arrived although we were not told. */
  let mayBeKnown = false;

  const put = (message: Message): void => {
    const others = messages.value.filter((each) => each.id !== message.id);
    messages.value = [...others, message].sort((one, other) => one.seq - other.seq);
  };

  const hand = (
    message: SendMessage,
    files: readonly { id: string; name: string }[],
    opens: Opening | undefined,
  ): void =>
    store.send(
      message.id,
      {
        kind: 'message',
        ...(opens ? opens(message) : { method: postMessage.method, path: postMessage.path, body: message }),
        parameters: { conversation: id },
        ...(!opens && opening && !conversation.value && { behind: true }),
        ...(files.length && { files: files.map(({ id, name }) => ({ id, name })) }),
      },
      Boolean(opens),
    );

  const thread: Thread = {
    id,
    conversation,
    messages,
    // What has arrived is shown as arrived, even while its acknowledgement is still on the way.
    unsent: computed(() =>
      store.outbox.items.value.filter(
        (item) =>
          item.payload.kind === 'message' &&
          item.payload.parameters.conversation === id &&
          !messages.value.some((message) => message.id === item.id),
      ),
    ),
    state,
    draft,
    async load() {
      // Nobody there knows it yet.
      if (opening && !conversation.value && !mayBeKnown) return;
      const own = ++turn;
      try {
        const found = await context.session.call(getThread, {
          path: { conversation: id },
          signal: abort.signal,
        });
        if (own !== turn) return;
        store.take({ conversation: found.conversation });
        found.messages.forEach(put);
        state.value = 'ready';
      } catch (error) {
        if (own === turn && error instanceof CallError && state.value !== 'ready') state.value = error;
      }
    },
    put,
    uploads,
    typist: computed(() => store.typists.names.value[id]),
    write(text) {
      store.drafts.write(id, text);
      if (conversation.value) sayTyping(text !== '');
    },
    send() {
      const body = draft.value;
      const files = uploads.value.filter((item) => item.state !== 'refused');
      if (body.trim() === '' && !files.length) return;
      // The first opens the conversation, and has its id.
      const isKnown = Boolean(conversation.value);
      const opens = opening && !isKnown && !store.outbox.items.value.some((item) => item.id === id);
      const message: SendMessage = { id: opens ? id : newId(), body };
      if (files.length) message.attachments = files.map((file) => file.id);
      if (isKnown) sayTyping(false);
      hand(message, files, opens ? opening : undefined);
      store.uploads.mark(message.attachments ?? [], true);
      store.drafts.write(id, '');
    },
    edit(item) {
      store.outbox.remove(item.id);
      const { body } = item.payload.body as SendMessage;
      const files = item.payload.files ?? [];
      store.uploads.mark(
        files.map((file) => file.id),
        false,
      );
      // After a reload they are on the server alone; those that are not there either are to be added again.
      if (!isFileLost(item)) store.uploads.restore(id, files);
      store.drafts.write(id, [body, draft.value].filter(Boolean).join('\n\n'));
      // It may have arrived after all: then what follows is no opening.
      if (item.error?.code !== 'conflict') return;
      mayBeKnown = true;
      void thread.load();
    },
    drop(item) {
      store.outbox.remove(item.id);
      const next = thread.unsent.value.find(({ payload }) => payload.behind);
      if (!opening || item.id !== id || !next) return;
      const { body, attachments } = next.payload.body as SendMessage;
      store.outbox.remove(next.id);
      hand({ id, body, ...(attachments && { attachments }) }, next.payload.files ?? [], opening);
    },
    see() {
      const row = conversation.value;
      if (!row || row.visitorSeen >= row.lastSeq || told >= row.lastSeq) return;
      told = row.lastSeq;
      context.session.call(postSeen, { path: { conversation: id }, body: { seq: told } }).then(
        () => {
          const now = conversation.value;
          if (now && now.lastSeq === told)
            store.take({ conversation: { ...now, visitorSeen: told, unread: 0 } });
        },
        () => {
          told = 0;
        },
      );
    },
    dispose: () => abort.abort(),
  };
  void thread.load();
  return thread;
};
