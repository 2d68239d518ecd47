import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { getCallForm, postCallback, postCheckNumber } from '../../shared/callbacks/routes.ts';
import type { CallForm, NumberReply, RequestCall } from '../../shared/callbacks/schema.ts';
import { getChallenge } from '../../shared/core/challengeRoutes.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import { newId } from '../../shared/core/ids.ts';
import { CallError } from '../core/net/client.ts';
import type { ConversationsPart } from '../core/context.ts';
import { toJson } from '../core/net/json.ts';
import type { WidgetContext } from '../core/context.ts';

/** What the visitor says; the id is the request's, and stays with it until it is answered. */
export interface Said {
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
const order: readonly CallbackField[] = ['number', 'when', 'topic', 'name', 'email', 'note', 'consent'];

/** A request for a call, from the form to the promise. Lives as long as the visit: it is sent on while the panel is closed. */
export interface CallbackRequest {
  form: ReadonlySignal<CallForm | CallError | null>;
  said: ReadonlySignal<Said>;
  consent: Signal<boolean>;
  /** Honeypot. */
  website: Signal<string>;
  errors: ReadonlySignal<Partial<Record<CallbackField, FieldCode>>>;
  /** Why the whole was refused. */
  refusal: ReadonlySignal<CallError | null>;
  /** The number as it will be dialled. */
  checked: ReadonlySignal<NumberReply | null>;
  /** Why the next time was chosen in place of the visitor's. */
  instead: ReadonlySignal<'callTaken' | 'callPassed' | null>;
  /** `waiting`: not sent, tried again. */
  state: ReadonlySignal<'writing' | 'sending' | 'waiting'>;
  /** The call that came of it. */
  done: Signal<string | null>;
  load(): Promise<void>;
  set(change: Partial<Said>): void;
  /** @returns the first field that needs another look, or null when it is on its way */
  send(): CallbackField | null;
}

/** Where it is kept until it is sent: beside the drafts. */
const place = 'callback';
/** Where another feature says which conversation goes with it. */
export const fromPlace = 'callFrom';
const retryAfter = 5_000;
/** A limit that lasts longer is said, and not waited for, seconds. */
const longestWait = 120;
/** How long the visitor pauses before a number is looked at, milliseconds. */
const pause = 600;

const parse = (text: string | undefined): Partial<Said> => {
  try {
    return JSON.parse(text ?? '{}') as Partial<Said>;
  } catch {
    return {};
  }
};

const requests = new WeakMap<ConversationsPart, CallbackRequest>();

/** The request of a visit; the same each time. */
export const requestOf = (context: WidgetContext, part: ConversationsPart): CallbackRequest => {
  const known = requests.get(part);
  if (known) return known;
  const made = createRequest(context, part);
  requests.set(part, made);
  return made;
};

const createRequest = (context: WidgetContext, part: ConversationsPart): CallbackRequest => {
  const { session, texts } = context;
  const store = part.store;
  const form = signal<CallForm | CallError | null>(null);
  const empty = (): Said => ({
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
  const said = signal<Said>({ ...empty(), ...parse(store.drafts.all.value[place]) });
  const consent = signal(false);
  const website = signal('');
  const errors = signal<CallbackRequest['errors']['value']>({});
  const refusal = signal<CallError | null>(null);
  const checked = signal<NumberReply | null>(null);
  const instead = signal<CallbackRequest['instead']['value']>(null);
  const state = signal<CallbackRequest['state']['value']>('writing');
  const done = signal<string | null>(null);
  let retry: ReturnType<typeof setTimeout> | undefined;
  let look: ReturnType<typeof setTimeout> | undefined;

  const keep = (change: Partial<Said>): void => {
    said.value = { ...said.value, ...change };
    store.drafts.write(place, toJson(said.value));
  };

  const load = async (): Promise<void> => {
    try {
      const found = await context.call(getCallForm, { query: { language: texts.language } });
      form.value = found;
      const { country, when } = said.value;
      // Two that were had before may be gone: the country from the owner's list, the time from the schedule.
      if (!found.countries.some(({ code }) => code === country)) keep({ country: found.country });
      const isThere = when === 'soon' ? found.soon !== null : found.slots.some(({ start }) => start === when);
      if (isThere) return;
      if (when !== null && when !== 'soon' && !instead.value) instead.value = 'callPassed';
      const next = found.slots.find(({ start }) => start >= Number(when)) ?? found.slots.at(-1);
      keep({ when: typeof when === 'number' || found.soon === null ? (next?.start ?? null) : 'soon' });
      if (said.value.when === null || said.value.when === 'soon') instead.value = null;
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      if (form.value === null || form.value instanceof CallError) form.value = error;
    }
  };

  const checkNumber = async (): Promise<void> => {
    const { number, country } = said.value;
    const isSame = () => number === said.value.number && country === said.value.country;
    try {
      const reply = await context.call(postCheckNumber, { body: { number, country } });
      if (!isSame()) return;
      checked.value = reply;
      // A number that brings its country, as browsers fill it in, says which it is.
      const form_ = form.value;
      if (
        form_ &&
        !(form_ instanceof CallError) &&
        form_.countries.some(({ code }) => code === reply.country)
      )
        if (reply.country !== country) keep({ country: reply.country });
    } catch (error) {
      if (isSame() && error instanceof CallError && error.code === 'invalid')
        errors.value = { ...errors.value, number: error.fields['number'] };
      // Anything else is no word about the number: it is looked at again when it is sent.
    }
  };

  const bodyOf = (solution: string | undefined): RequestCall => {
    const { id, number, country, when } = said.value;
    const from = store.drafts.all.value[fromPlace];
    const optional = (['topic', 'name', 'email', 'note'] as const).flatMap((name) => {
      const text = said.value[name].trim();
      return text ? [[name, text]] : [];
    });
    return {
      id,
      number: number.trim(),
      country,
      when: typeof when === 'number' ? { start: when } : 'soon',
      zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      language: texts.language,
      ...Object.fromEntries(optional),
      ...(consent.value && { consent: true }),
      ...(from && { from }),
      page: part.hostPage(),
      ...(website.value && { website: website.value }),
      ...(solution && { solution }),
    };
  };

  const finish = (id: string): void => {
    clearTimeout(look);
    const { name, email, country } = said.value;
    said.value = { ...empty(), name, email, country };
    store.drafts.write(place, '');
    store.drafts.write(fromPlace, '');
    consent.value = false;
    instead.value = null;
    checked.value = null;
    state.value = 'writing';
    done.value = id;
  };

  /** Refused because of its time: the next is chosen, everything else stays as it is. */
  const offerNext = async (why: 'callTaken' | 'callPassed'): Promise<void> => {
    instead.value = why;
    await load();
    state.value = 'writing';
  };

  const refused = async (error: CallError, isSolved: boolean): Promise<void> => {
    if (error.code === 'challenge' && !isSolved)
      return attempt(
        await (await import('../core/net/challenge.ts')).solve(await context.call(getChallenge, {})),
      );
    if (error.passes && error.retryAfter <= longestWait) {
      refusal.value = error;
      state.value = 'waiting';
      retry = setTimeout(attempt, Math.max(retryAfter, error.retryAfter * 1_000));
      return;
    }
    if (error.fields['when']) return offerNext(error.fields['when'] === 'taken' ? 'callTaken' : 'callPassed');
    if (error.code === 'conflict' && !error.fields['number']) {
      // An earlier wording of it arrived although we were not told.
      await store.restart();
      const { id } = said.value;
      if (store.conversations.value.some((row) => row.id === id)) return finish(id);
      keep({ id: newId() });
    }
    errors.value = error.fields as typeof errors.value;
    refusal.value = error;
    state.value = 'writing';
  };

  const attempt = async (solution?: string): Promise<void> => {
    clearTimeout(retry);
    // Another visitor meanwhile, or none.
    if (!session.isKnown) return;
    const { when, id } = said.value;
    if (typeof when === 'number' && when <= Date.now()) return offerNext('callPassed');
    try {
      state.value = 'sending';
      refusal.value = null;
      const { thread } = await session.call(postCallback, { body: bodyOf(solution) });
      store.take(thread);
      void store.begin();
      finish(id);
    } catch (error) {
      await refused(error instanceof CallError ? error : new CallError('broken'), Boolean(solution)).catch(
        (other) => {
          refusal.value = other instanceof CallError ? other : new CallError('internal');
          state.value = 'writing';
        },
      );
    }
  };
  addEventListener('online', () => {
    if (state.value === 'waiting') void attempt();
  });

  const check = (): typeof errors.value => {
    const { number, when, email } = said.value;
    const needsConsent = form.value && !(form.value instanceof CallError) && form.value.consent;
    return {
      ...(!number.trim() && { number: 'required' }),
      ...(when === null && { when: 'required' }),
      ...(email.trim() && !/^\S+@\S+\.\S+$/.test(email.trim()) && { email: 'not_email' }),
      ...(needsConsent && !consent.value && { consent: 'required' }),
    };
  };

  return {
    form,
    said,
    consent,
    website,
    errors,
    refusal,
    checked,
    instead,
    state,
    done,
    load,
    set(change) {
      keep(change);
      const left = { ...errors.value };
      for (const name of Object.keys(change)) delete left[name as CallbackField];
      if ('when' in change) instead.value = null;
      if ('number' in change || 'country' in change) {
        delete left.number;
        checked.value = null;
        clearTimeout(look);
        if (said.value.number.replace(/\D/g, '').length > 5) look = setTimeout(checkNumber, pause);
      }
      errors.value = left;
    },
    send() {
      if (state.value === 'sending') return null;
      errors.value = check();
      const wrong = order.find((name) => errors.value[name]);
      if (wrong) return wrong;
      session.begin();
      keep({});
      void attempt();
      return null;
    },
  };
};
