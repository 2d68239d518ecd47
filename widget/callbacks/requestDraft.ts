import { signal } from '@preact/signals';
import type { RequestCallback } from '../../shared/callbacks/schema.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import { newId } from '../../shared/core/ids.ts';
import type { ConversationsPart, WidgetContext } from '../core/context.ts';
import { toJson } from '../core/net/json.ts';

/** The visitor's input; the id is the request's, and stays with it until it is answered. */
export interface Input {
  id: string;
  country: string;
  number: string;
  /** As soon as possible, or the start of a slot. */
  when: 'soon' | number | null;
  topic: string;
  name: string;
  email: string;
  note: string;
}

export type CallbackField = 'number' | 'when' | 'topic' | 'name' | 'email' | 'note' | 'consent';
export type CallbackErrors = Partial<Record<CallbackField, FieldCode>>;

/** Where it is stored until it is sent: beside the drafts. */
const place = 'callback';
/** Where another feature says which conversation goes with it. */
export const fromPlace = 'callFrom';

const parse = (text: string | undefined): Partial<Input> => {
  try {
    return JSON.parse(text ?? '{}') as Partial<Input>;
  } catch {
    return {};
  }
};

/** The draft of a request, stored with the others. */
export const createRequestDraft = (context: WidgetContext, part: ConversationsPart) => {
  const { drafts } = part.store;
  const empty = (): Input => ({
    id: newId(),
    country: '',
    number: '',
    when: null,
    topic: '',
    name: '',
    email: '',
    note: '',
    ...context.who(),
  });
  const input = signal<Input>({ ...empty(), ...parse(drafts.all.value[place]) });
  const consent = signal(false);
  /** Honeypot. */
  const website = signal('');
  return {
    said: input,
    consent,
    website,
    change(part: Partial<Input>): void {
      input.value = { ...input.value, ...part };
      drafts.write(place, toJson(input.value));
    },
    /** Empties it for another call to the same person. */
    clear(): void {
      const { name, email, country } = input.value;
      input.value = { ...empty(), name, email, country };
      drafts.write(place, '');
      drafts.write(fromPlace, '');
      consent.value = false;
    },
    /** @param solution of the challenge, where one was set */
    body(solution: string | undefined): RequestCallback {
      const { id, number, country, when } = input.value;
      const from = drafts.all.value[fromPlace];
      const optional = (['topic', 'name', 'email', 'note'] as const).flatMap((name) => {
        const text = input.value[name].trim();
        return text ? [[name, text]] : [];
      });
      return {
        id,
        number: number.trim(),
        country,
        when: typeof when === 'number' ? { start: when } : 'soon',
        zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        language: context.texts.language,
        ...Object.fromEntries(optional),
        ...(consent.value && { consent: true }),
        ...(from && { from }),
        page: part.hostPage(),
        ...(website.value && { website: website.value }),
        ...(solution && { solution }),
      };
    },
  };
};

export type RequestDraft = ReturnType<typeof createRequestDraft>;
