import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { postQuestion } from '../../../shared/ask/routes.ts';
import type { AskBody } from '../../../shared/ask/schema.ts';
import type { VisitorConversation } from '../../../shared/core/conversations/schema.ts';
import type { FieldCode } from '../../../shared/core/errors.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { CallError } from '../../core/net/client.ts';
import type { Sending } from '../../core/conversations/types.ts';
import type { Unsent } from '../../core/net/outbox.ts';
import type { Surface } from '../../core/context.ts';
import type { Outcome } from './outcome.ts';

/** Longest texts, UTF-16 code units; the server refuses more. */
export const longest = { title: 200, details: 10_000, name: 80, email: 254 } as const;

export interface Fields {
  title: string;
  details: string;
  category: string;
  name: string;
  email: string;
  visibility: 'public' | 'private';
  /** Honeypot. */
  website: string;
}

export type FieldName = keyof Fields;

/** A question to a person: from the form to "heard". */
export interface Write {
  fields: Signal<Fields>;
  errors: ReadonlySignal<Partial<Record<FieldName, FieldCode>>>;
  /** Why the whole was refused. */
  refusal: ReadonlySignal<CallError | null>;
  /** What was handed over and is not acknowledged. */
  unsent: ReadonlySignal<Unsent<Sending> | undefined>;
  /** What became of it. */
  conversation: ReadonlySignal<VisitorConversation | undefined>;
  /** Fills the form from what was typed, without touching what was already written into it. */
  begin(text: string): void;
  takeUp(id: string): void;
  set(field: FieldName, value: string): void;
  /** @returns the first field that needs another look, or null when it was handed over */
  send(): FieldName | null;
  /** Takes it back into the form. */
  edit(): void;
  dispose(): void;
}

const empty: Fields = {
  title: '',
  details: '',
  category: '',
  name: '',
  email: '',
  visibility: 'private',
  website: '',
};
const order = Object.keys(empty) as FieldName[];

/** On one line: what a title may be. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** Splits what was typed: what is too long for a title is the details, with its first words as the title. */
export const splitText = (text: string): Pick<Fields, 'title' | 'details'> => {
  const line = oneLine(text);
  if (line.length <= longest.title && !/\n/.test(text.trim())) return { title: line, details: '' };
  const cut = line.slice(0, longest.title - 1);
  const title =
    line.length <= longest.title
      ? line
      : `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 100)).toWellFormed()}…`;
  return { title, details: text.trim() };
};

/** What can be seen without asking the server. */
const check = ({ title, email }: Fields): Partial<Record<FieldName, FieldCode>> => ({
  ...(!title.trim() && { title: 'required' }),
  ...(email.trim() && !/^\S+@\S+\.\S+$/.test(email.trim()) && { email: 'not_email' }),
});

export const createWrite = (surface: Surface, outcome: Outcome): Write => {
  const { context } = surface;
  const part = context.conversations.value!;
  const store = part.store;
  const { name = '', email = '' } = context.who() ?? {};
  const fields = signal({ ...empty, name, email });
  const errors = signal<Partial<Record<FieldName, FieldCode>>>({});
  const refusal = signal<CallError | null>(null);
  const current = signal('');
  let id = newId();
  let begunWith = '';

  const unsent = computed(() => store.outbox.items.value.find((item) => item.id === current.value));
  const conversation = computed(() => store.conversations.value.find((row) => row.id === current.value));

  const bodyOf = (given: Fields): AskBody => {
    const optional = (['details', 'category', 'name', 'email', 'website'] as const).flatMap((name) =>
      given[name].trim() ? [[name, name === 'details' ? given[name] : given[name].trim()]] : [],
    );
    return {
      id,
      title: oneLine(given.title),
      ...Object.fromEntries(optional),
      visibility: given.visibility,
      language: context.texts.language,
      page: part.hostPage(),
      session: outcome.session,
    };
  };

  const restore = (item: Unsent<Sending>): void => {
    const body = item.payload.body as AskBody;
    id = body.id;
    fields.value = {
      ...empty,
      ...Object.fromEntries(order.map((name) => [name, body[name] ?? empty[name]])),
    };
    store.outbox.remove(item.id);
    current.value = '';
  };

  // A refusal brings the form back with what was written and the reason.
  const watching = effect(() => {
    const item = unsent.value;
    if (item?.state !== 'refused' || !item.error) return;
    const { error } = item;
    restore(item);
    errors.value = error.fields as Partial<Record<FieldName, FieldCode>>;
    refusal.value = error;
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
        fields.value = { ...empty, name: fields.value.name, email: fields.value.email };
        current.value = '';
        id = newId();
      }
      begunWith = text;
      const split = splitText(text);
      fields.value = { ...fields.value, title: split.title, details: split.details || fields.value.details };
      errors.value = {};
      refusal.value = null;
    },
    takeUp(other) {
      const item = store.outbox.items.value.find((each) => each.id === other);
      if (!item) return;
      restore(item);
      errors.value = (item.error?.fields ?? {}) as Partial<Record<FieldName, FieldCode>>;
      refusal.value = item.error ?? null;
    },
    set(field, value) {
      fields.value = { ...fields.value, [field]: value };
      if (errors.value[field]) errors.value = { ...errors.value, [field]: undefined };
    },
    send() {
      refusal.value = null;
      errors.value = check(fields.value);
      const wrong = order.find((name) => errors.value[name]);
      if (wrong) return wrong;
      const body = bodyOf(fields.value);
      current.value = id;
      store.send(id, {
        kind: 'question',
        method: postQuestion.method,
        path: postQuestion.path,
        parameters: {},
        body,
      });
      return null;
    },
    edit() {
      if (unsent.value) restore(unsent.value);
    },
    dispose: watching,
  };
  return write;
};
