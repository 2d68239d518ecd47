import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { postQuestion } from '../../../shared/ask/routes.ts';
import type { AskBody } from '../../../shared/ask/schema.ts';
import type { VisitorConversation } from '../../../shared/core/conversations/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Sending } from '../../core/conversations/types.ts';
import type { Unsent } from '../../core/net/unsent.ts';
import type { Surface } from '../../core/context.ts';
import { bodyOf, type FieldName, fieldsOf } from './fields.ts';
import { createFormModel, type FormModel } from './formModel.ts';
import type { Outcome } from './outcome.ts';

/** A question to a person: from the form until it is acknowledged. */
export interface Write extends Pick<FormModel, 'fields' | 'errors' | 'refusal' | 'set'> {
  /** The question that was handed over and is not acknowledged. */
  unsent: ReadonlySignal<Unsent<Sending> | undefined>;
  /** The conversation it became. */
  conversation: ReadonlySignal<VisitorConversation | undefined>;
  /** Fills the form from what was typed, without touching what was already written into it. */
  begin(text: string): void;
  takeUp(id: string): void;
  /** @returns the first field that needs another look, or null when it was handed over */
  send(): FieldName | null;
  /** Takes it back into the form. */
  edit(): void;
  dispose(): void;
}

const sendingOf = (body: AskBody): Sending => ({
  kind: 'question',
  method: postQuestion.method,
  path: postQuestion.path,
  parameters: {},
  body,
});

export const createWrite = (surface: Surface, outcome: Outcome): Write => {
  const { context } = surface;
  // biome-ignore lint/style/noNonNullAssertion: this part is loaded after the conversations
  const part = context.conversations.value!;
  const store = part.store;
  const { name = '', email = '' } = context.who() ?? {};
  const form = createFormModel({ name, email });
  const { fields, errors, refusal, set } = form;
  const current = signal('');
  let id = newId();
  let begunWith = '';

  const unsent = computed(() => store.outbox.items.value.find((item) => item.id === current.value));
  const conversation = computed(() => store.conversations.value.find((row) => row.id === current.value));

  const restore = (item: Unsent<Sending>): void => {
    const body = item.payload.body as AskBody;
    id = body.id;
    fields.value = fieldsOf(body);
    store.outbox.remove(item.id);
    current.value = '';
  };

  // A refusal brings the form back with what was written and the reason.
  const watching = effect(() => {
    const item = unsent.value;
    if (item?.state !== 'refused' || !item.error) return;
    const { error } = item;
    restore(item);
    form.refuse(error);
    // Sent again, it is a new question: the old id belongs to the earlier wording.
    if (error.code === 'conflict') id = newId();
  });

  const write: Write = {
    fields,
    errors,
    refusal,
    unsent,
    conversation,
    begin(text) {
      if (text === begunWith && !conversation.value) return;
      if (current.value) {
        form.clear();
        current.value = '';
        id = newId();
      }
      begunWith = text;
      form.fill(text);
    },
    takeUp(other) {
      const item = store.outbox.items.value.find((each) => each.id === other);
      if (!item) return;
      restore(item);
      form.refuse(item.error);
    },
    set,
    send() {
      const wrong = form.check();
      if (wrong) return wrong;
      const body = bodyOf(fields.value, {
        id,
        language: context.texts.language,
        page: part.hostPage(),
        session: outcome.session,
      });
      current.value = id;
      store.send(id, sendingOf(body));
      return null;
    },
    edit() {
      if (unsent.value) restore(unsent.value);
    },
    dispose: watching,
  };
  return write;
};
