import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CallbackForm, NumberReply } from '../../shared/callbacks/schema.ts';
import type { ConversationsPart, WidgetContext } from '../core/context.ts';
import type { CallError } from '../core/net/client.ts';
import { createNumberCheck } from './numberCheck.ts';
import { createOfferedTimes } from './offeredTimes.ts';
import { type CallbackErrors, type CallbackField, createRequestDraft, type Input } from './requestDraft.ts';
import { createRequestSending, type SendingState } from './requestSending.ts';

const order: readonly CallbackField[] = ['number', 'when', 'topic', 'name', 'email', 'note', 'consent'];

/** A request for a call, from the form to the promise. Lives as long as the visit: it is sent on while the panel is closed. */
export interface CallbackRequest {
  form: ReadonlySignal<CallbackForm | CallError | null>;
  input: ReadonlySignal<Input>;
  consent: Signal<boolean>;
  /** Honeypot. */
  website: Signal<string>;
  errors: ReadonlySignal<CallbackErrors>;
  /** Why the whole was refused. */
  refusal: ReadonlySignal<CallError | null>;
  /** The number as it will be dialled. */
  checked: ReadonlySignal<NumberReply | null>;
  /** Why the next time was chosen in place of the visitor's. */
  instead: ReadonlySignal<'callTaken' | 'callPassed' | null>;
  state: ReadonlySignal<SendingState>;
  /** The call that came of it. */
  done: Signal<string | null>;
  load(): Promise<void>;
  set(change: Partial<Input>): void;
  /** @returns the first field that needs another look, or null when it is on its way */
  send(): CallbackField | null;
}

const requests = new WeakMap<ConversationsPart, CallbackRequest>();

/** The request of a visit; the same each time. */
export const requestOf = (context: WidgetContext, part: ConversationsPart): CallbackRequest => {
  const known = requests.get(part);
  if (known) return known;
  const made = createRequest(context, part);
  requests.set(part, made);
  return made;
};

/** Checks the fields before a request is sent. */
const check = (
  { number, when, email }: Input,
  hasConsent: boolean,
  needsConsent: boolean,
): CallbackErrors => ({
  ...(!number.trim() && { number: 'required' }),
  ...(when === null && { when: 'required' }),
  ...(email.trim() && !/^\S+@\S+\.\S+$/.test(email.trim()) && { email: 'not_email' }),
  ...(needsConsent && !hasConsent && { consent: 'required' }),
});

const createRequest = (context: WidgetContext, part: ConversationsPart): CallbackRequest => {
  const errors = signal<CallbackErrors>({});
  const draft = createRequestDraft(context, part);
  const times = createOfferedTimes(context, draft);
  const number = createNumberCheck(context, draft, times, (code) => {
    errors.value = { ...errors.value, number: code };
  });
  const { state, refusal, done, attempt } = createRequestSending(context, part, {
    draft,
    times,
    number,
    errors,
  });
  const { said: input, consent, website } = draft;
  return {
    form: times.form,
    input,
    consent,
    website,
    errors,
    refusal,
    checked: number.checked,
    instead: times.instead,
    state,
    done,
    load: times.load,
    set(change) {
      draft.change(change);
      const left = { ...errors.value };
      for (const name of Object.keys(change)) delete left[name as CallbackField];
      if ('when' in change) times.instead.value = null;
      if ('number' in change || 'country' in change) {
        delete left.number;
        number.restart();
      }
      errors.value = left;
    },
    send() {
      if (state.value === 'sending') return null;
      errors.value = check(input.value, consent.value, Boolean(times.offered()?.consent));
      const wrong = order.find((name) => errors.value[name]);
      if (wrong) return wrong;
      context.session.begin();
      draft.change({});
      void attempt();
      return null;
    },
  };
};
