import { useSignalEffect } from '@preact/signals';
import type { ConversationsPart } from '../core/context.ts';
import type { Surface } from '../core/context.ts';
import { useConstant, useLocalSignal } from '../core/ui/hooks.ts';
import { CallbackCard } from './CallbackCard.tsx';
import { createOwnCallback } from './callback.ts';
import { FormView } from './FormView.tsx';
import { requestOf } from './request.ts';
import type { Translate } from './texts.ts';

type Given = { surface: Surface; part: ConversationsPart; text: Translate };

/** A call that is promised, and what is written about it. */
const Promised = (given: Given & { id: string; onAgain(): void }) => {
  const { surface, part, id } = given;
  const now = part.useNow();
  const own = useConstant(() => createOwnCallback(surface.context, id));
  const thread = part.thread(id);
  useSignalEffect(() => {
    // Read anew whenever anything about its conversation changes.
    thread.conversation.value;
    void own.read();
  });
  return (
    <part.Talk surface={surface} thread={thread} head={<CallbackCard {...given} own={own} now={now} />} />
  );
};

/** A call, asked for or to ask for. */
export const CallbackView = (given: Given & { id: string }) => {
  const { surface, part } = given;
  const store = part.store;
  const request = useConstant(() => requestOf(surface.context, part));
  const isNew = useLocalSignal(given.id === 'callback');
  const open = store.conversations.value.find(
    ({ kind, status }) => kind === 'callback' && status !== 'closed',
  );
  const place = useLocalSignal<string | null>(isNew.value ? (open?.id ?? null) : given.id);
  useSignalEffect(() => {
    const { value } = request.done;
    if (value === null || !isNew.value) return;
    place.value = value;
    isNew.value = false;
    request.done.value = null;
  });
  const show = (id: string | null): void => {
    place.value = id;
    isNew.value = id === null;
  };
  return place.value ? (
    <Promised key={place.value} {...given} id={place.value} onAgain={() => show(null)} />
  ) : (
    <FormView {...given} request={request} onSee={show} />
  );
};
