import { useSignalEffect } from '@preact/signals';
import { postChat } from '../../shared/chat/routes.ts';
import { postEnd } from '../../shared/core/conversations/endRoutes.ts';
import type { ConversationsPart, Surface } from '../core/context.ts';
import { useConstant, useLocalSignal } from '../core/ui/hooks.ts';
import { createAbout } from './about.ts';
import { findOpenChat } from './findOpenChat.ts';

/** A chat, begun or to begin: where it stands, and what can be done with it. */
export const useChat = (id: string, surface: Surface, part: ConversationsPart) => {
  const { context } = surface;
  const { store } = part;
  /** Where we are: another when a new chat begins here. */
  const place = useLocalSignal(id === 'chat' ? findOpenChat(store) : id);
  const about = useConstant(() => createAbout(context, store));
  const thread = part.thread(place.value, (message) => ({
    method: postChat.method,
    path: postChat.path,
    body: { ...message, language: context.texts.language, page: part.hostPage(), ...about.body() },
  }));
  const row = thread.conversation.value;
  const messages = thread.messages.value;
  const here = store.presence.now.value;
  const opening = thread.unsent.value.find(({ payload }) => payload.path === postChat.path);
  useSignalEffect(() => {
    const { unsent } = part.thread(place.value);
    const refused = unsent.value.find(({ payload }) => payload.path === postChat.path)?.error;
    if (refused?.code === 'invalid') void about.learn(refused);
  });
  return {
    id: place.value,
    about,
    thread,
    row,
    isNew: !row && !opening,
    isClosed: row?.status === 'closed',
    /** Nobody of staff is there. */
    isAlone: here !== null && !here.online.length,
    /** The promise slips: there is another way. */
    isMoved: messages.findLast(({ author }) => author.kind !== 'visitor')?.notice?.kind === 'promise_moved',
    /** Messages of staff, which can be reported. */
    reportable: messages.filter(({ author }) => author.kind === 'staff'),
    begin(): void {
      about.again();
      place.value = findOpenChat(store);
    },
    /** @throws when the server does not take it */
    async end(): Promise<void> {
      const path = { conversation: place.value };
      store.take({ conversation: await context.session.call(postEnd, { path }) });
    },
    keepEmail(email: string): void {
      about.set('email', email);
      if (row) store.take({ conversation: { ...row, reachable: true } });
    },
    callInstead(): void {
      store.drafts.write('callFrom', place.value);
      surface.conversation.value = 'callback';
    },
  };
};

export type Chat = ReturnType<typeof useChat>;
