import { computed, type ReadonlySignal } from '@preact/signals';
import { newId } from '../../../shared/core/ids.ts';
import { postStaffMessage } from '../../../shared/inbox/routes.ts';
import type { StaffMessage } from '../../../shared/inbox/schema.ts';
import { notArrived } from '../../core/conversations/MessageList.tsx';
import type { Call } from '../../core/net/client.ts';
import type { LiveState } from '../../core/net/live.ts';
import { createOutbox, type QueuedCall, sendQueuedCall } from '../../core/net/outbox.ts';
import type { Unsent } from '../../core/net/unsent.ts';
import type { SentFile, Uploads } from '../../core/net/uploads.ts';
import type { OpenThread } from './openThread.ts';

/** A reply or note that is not acknowledged. */
export interface StaffSending extends QueuedCall {
  parameters: { conversation: string };
  body: StaffMessage;
}

/** Messages of this person on their way, in any conversation. */
export interface Outgoing {
  /** Of the open conversation. */
  unsent: ReadonlySignal<readonly Unsent<StaffSending>[]>;
  /** Messages that wait to be sent or were not taken, in any conversation. */
  waiting: ReadonlySignal<readonly Unsent<StaffSending>[]>;
  send(
    conversation: string,
    message: Pick<StaffMessage, 'body' | 'visibility'> & {
      files: readonly SentFile[];
      mail?: StaffMessage['mail'];
    },
  ): void;
  retry(): void;
  /** Sends a reply although a colleague has answered. */
  sendAnyway(item: Unsent<StaffSending>): void;
  remove(id: string): void;
  dispose(): void;
}

const storageOf = (site: string) => {
  const key = `foyer-inbox-${site}`;
  return {
    read: () => localStorage.getItem(key),
    write: (text: string | null): void => {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
    },
  };
};

export const createOutgoing = (
  call: Call,
  site: string,
  uploads: Uploads,
  thread: OpenThread,
  liveState: ReadonlySignal<LiveState>,
): Outgoing => {
  const deliver = sendQueuedCall<{ message: Parameters<OpenThread['addMessage']>[0] }>(
    call,
    uploads,
    ({ message }) => thread.addMessage(message),
  );
  const outbox = createOutbox<StaffSending>({
    storage: storageOf(site),
    send: deliver,
    queueOf: ({ parameters }) => parameters.conversation,
  });
  return {
    unsent: computed(() =>
      notArrived(
        outbox.items.value.filter(({ payload }) => payload.parameters.conversation === thread.id.value),
        thread.now.value?.messages ?? [],
      ),
    ),
    waiting: computed(() =>
      outbox.items.value.filter(({ state }) => state !== 'sending' || liveState.value === 'waiting'),
    ),
    send(conversation, { body, files, visibility, mail }) {
      const id = newId();
      const after = thread.now.value?.messages.at(-1)?.seq;
      outbox.add(id, {
        method: postStaffMessage.method,
        path: postStaffMessage.path,
        parameters: { conversation },
        body: {
          id,
          body,
          visibility,
          ...(mail && { mail }),
          ...(files.length && { attachments: files.map((file) => file.id) }),
          ...(visibility === 'public' && after !== undefined && { after }),
        },
        ...(files.length && { files }),
      });
    },
    retry: outbox.retry,
    sendAnyway({ id, payload }) {
      const { after: _, ...body } = payload.body;
      outbox.remove(id);
      outbox.add(id, { ...payload, body });
    },
    remove: outbox.remove,
    dispose: outbox.dispose,
  };
};
