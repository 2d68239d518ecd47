import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { postDraft, uploadAttachment } from '../../../shared/core/content/attachmentRoutes.ts';
import { getThread } from '../../../shared/core/conversations/routes.ts';
import type { Message } from '../../../shared/core/conversations/schema.ts';
import { getPresence } from '../../../shared/core/people/presenceRoutes.ts';
import { fillPath } from '../../../shared/core/route.ts';
import type { WidgetContext } from '../context.ts';
import { createOutbox, type Outbox, sendQueuedCall } from '../net/outbox.ts';
import { createStore } from '../net/storage.ts';
import { createUploads } from '../net/uploads.ts';
import { createDrafts } from './drafts.ts';
import { createFiles } from './files.ts';
import { forgetVisitor } from './introduce.ts';
import { createPresenceWatch, type PresenceWatch } from './presence.ts';
import { createRecords, type Records } from './records.ts';
import { createSync } from './sync.ts';
import type { Arrived, ConversationStore, Sending } from './types.ts';
import { createTypists, type Typists } from './typing.ts';

/** Calls back when the page may have missed something: shown again, back on the network, back from sleep. */
const onReturn = (back: () => void): (() => void) => {
  const ends = new AbortController();
  document.addEventListener('visibilitychange', back, ends);
  addEventListener('online', back, ends);
  addEventListener('pageshow', back, ends);
  return () => ends.abort();
};

/** @param hasWritten true for who has a conversation: the server need not be told that another message is written */
const createVisitorUploads = ({ base, site, session }: WidgetContext, hasWritten: () => boolean) => {
  /** Of which secret the server knows that something is written. */
  let announced: { secret: string | undefined; reply: Promise<unknown> } | undefined;
  const begin = async (): Promise<void> => {
    session.begin();
    if (hasWritten()) return;
    const secret = session.stored()?.secret;
    if (announced?.secret !== secret || !announced)
      announced = { secret, reply: session.call(postDraft, { body: { kind: 'message' } }) };
    await announced.reply.catch((error) => {
      announced = undefined;
      throw error;
    });
  };
  return createUploads(
    (id, name) => `${base}${fillPath(uploadAttachment.path, { site })}?${new URLSearchParams({ id, name })}`,
    session.headers,
    begin,
  );
};

/** Takes in what a call or an event brings. */
const createTake = (
  { session }: WidgetContext,
  records: Records,
  typists: Typists,
  visible: ReadonlySignal<boolean>,
) => {
  const lastMessage = signal<Message | null>(null);
  const take: ConversationStore['take'] = ({ message, conversation, messages }) => {
    if (conversation) records.putConversation(conversation);
    for (const each of messages ?? (message ? [message] : [])) records.putMessage(each);
    if (message?.author.kind === 'staff') typists.stop(message.conversation);
    if (message && message.author.kind !== 'visitor' && !message.removed && visible.value)
      lastMessage.value = message;
    if (message && !records.has(message.conversation)) void discover(message.conversation);
  };
  /** Reads a conversation that another tab opened. */
  const discover = (id: string): Promise<void> =>
    // Otherwise the next reading of the list brings it.
    session.call(getThread, { path: { conversation: id } }).then(take, () => {});
  const begun = signal<{ kind: string } | null>(null);
  /** Takes in what one of the visitor's own calls brings: a conversation that nobody knew of they began. */
  const receive = (reply: Arrived): void => {
    const { conversation } = reply;
    if (conversation && !records.has(conversation.id)) begun.value = { kind: conversation.kind };
    take(reply);
  };
  return { take, receive, begun, lastMessage };
};

/** The visitor was erased: nothing of them is shown or kept in this browser any more. */
const forgetAll = (context: WidgetContext, records: Records, outbox: Outbox<Sending>): void => {
  records.replaceAll([]);
  for (const { id } of outbox.items.value) outbox.remove(id);
  forgetVisitor(context);
};

export const createConversationStore = (context: WidgetContext): ConversationStore => {
  const { session } = context;
  const records = createRecords();
  const visible = signal(document.visibilityState !== 'hidden');
  const [drafts, files] = [createDrafts(context), createFiles(context)];
  const typists = createTypists('staff');
  const uploads = createVisitorUploads(context, () => records.conversations.value.length > 0);

  const { take, receive, begun, lastMessage } = createTake(context, records, typists, visible);
  // Before the outbox: what waited through a reload is sent at once.
  const deliver = sendQueuedCall<Arrived & { cursor?: number }>(session.call, uploads, (reply) => {
    receive(reply);
    if (reply.cursor !== undefined) sync.goLive(reply.cursor);
  });
  const outbox = createOutbox<Sending>({
    storage: createStore(`foyer:${context.site}:unsent`),
    send(id, sending) {
      session.begin();
      return deliver(id, sending);
    },
    // What got through says that the server is back, and so does the line: each wakes the other out of its pause.
    onSent: () => sync.retry(),
    queueOf: ({ parameters, kind }) => parameters.conversation ?? kind,
    // biome-ignore lint/style/noNonNullAssertion: what waits for a conversation names it
    isReady: ({ waitsForOpening, parameters }) => !waitsForOpening || records.has(parameters.conversation!),
  });
  const sync = createSync(context, {
    records,
    typists,
    presence: () => presence,
    take,
    hasUnsent: () => outbox.items.value.length > 0,
    onGone: () => forgetAll(context, records, outbox),
  });
  const presence: PresenceWatch = createPresenceWatch(
    (signal) => context.call(getPresence, { signal }),
    () => sync.isLive.value,
    visible,
  );

  const ends = [
    effect(() => {
      if (sync.isLive.value) untracked(outbox.retry);
    }),
    onReturn(() => {
      visible.value = document.visibilityState !== 'hidden';
      if (!visible.value) return;
      sync.retry();
      if (outbox.items.value.some((item) => item.state === 'waiting')) outbox.retry();
    }),
    ...[drafts, uploads, files, typists, presence, sync, outbox].map(({ dispose }) => dispose),
  ];
  return {
    failed: sync.failed,
    readings: sync.readings,
    line: sync.line,
    begin: sync.begin,
    restart: sync.restart,
    conversations: records.conversations,
    messages: records.messages,
    unread: computed(() => records.conversations.value.reduce((sum, { unread }) => sum + unread, 0)),
    visible,
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
    take,
    begun,
    lastMessage,
    dispose() {
      for (const end of ends) end();
    },
  };
};
