import type { PublicSettings } from '../../shared/siteSettings.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { StartChat } from '../../shared/chat/schema.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import type { ChatRules } from '../../shared/chat/settings.ts';
import { getSettings } from '../../shared/core/people/siteRoutes.ts';
import { fillPath } from '../../shared/core/route.ts';
import type { CallError } from '../core/net/client.ts';
import type { ConversationStore } from '../core/conversations/types.ts';
import { toJson } from '../core/net/json.ts';
import type { WidgetContext } from '../core/context.ts';

/** The visitor's own answers before they write, by their question's key. */
interface Input {
  name: string;
  email: string;
  answers: Record<string, string>;
}

/** Where it is kept until it is sent: beside the drafts. */
const place = 'about';

/** The name of one field, as the server names it. */
export type AboutField = 'name' | 'email' | 'consent' | `answers.${string}`;

/** The questions before a chat, with their answers. */
export interface About {
  /** The owner's questions; undefined for none. */
  rules: ReadonlySignal<ChatRules | undefined>;
  input: ReadonlySignal<Input>;
  consent: ReadonlySignal<boolean>;
  errors: ReadonlySignal<Partial<Record<AboutField, FieldCode>>>;
  set(field: AboutField, value: string | boolean): void;
  /** Looks whether it can be sent, and says what is wrong. */
  check(): boolean;
  /** The part that goes with the first message. */
  body(): Pick<StartChat, 'name' | 'email' | 'answers' | 'consent'>;
  /** Another chat begins: who they are stays, what they answered and agreed to is asked anew. */
  again(): void;
  /** The first message was refused: the owner may ask for more than when the page was opened. */
  learn(refusal: CallError): Promise<void>;
}

/** A site's text in the visitor's language, else the first that there is. */
export const ownText = (texts: Record<string, string>, language: string): string =>
  texts[language]?.trim() || (Object.values(texts).find((text) => text.trim()) ?? '');

export const isEmail = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text);

const parse = (text: string | undefined): Partial<Input> => {
  try {
    return JSON.parse(text ?? '{}') as Partial<Input>;
  } catch {
    return {};
  }
};

export const createAbout = (context: WidgetContext, store: ConversationStore): About => {
  const rules = signal(context.settings.chat);
  const input = signal<Input>({
    name: '',
    email: '',
    answers: {},
    ...context.who(),
    ...parse(store.drafts.all.value[place]),
  });
  const consent = signal(false);
  const errors = signal<About['errors']['value']>({});
  const consentText = (): string => ownText(rules.value?.consent ?? {}, context.texts.language);

  return {
    rules,
    input,
    consent,
    errors,
    set(field, value) {
      const { [field]: _, ...others } = errors.value;
      errors.value = others;
      if (field === 'consent') {
        consent.value = Boolean(value);
        return;
      }
      const { answers } = input.value;
      input.value = field.startsWith('answers.')
        ? { ...input.value, answers: { ...answers, [field.slice(8)]: `${value}` } }
        : { ...input.value, [field]: value };
      store.drafts.write(place, toJson(input.value));
    },
    check() {
      const { name, email, answers } = input.value;
      const found: Partial<Record<AboutField, FieldCode>> = {};
      if (rules.value?.name === 'required' && !name.trim()) found.name = 'required';
      if (email.trim() ? !isEmail(email.trim()) : rules.value?.email === 'required')
        found.email = email.trim() ? 'not_email' : 'required';
      for (const { key, required } of rules.value?.questions ?? [])
        if (required && !answers[key]?.trim()) found[`answers.${key}`] = 'required';
      if (consentText() && !consent.value) found.consent = 'required';
      errors.value = found;
      return !Object.keys(found).length;
    },
    body() {
      const { name, email, answers } = input.value;
      const given = (rules.value?.questions ?? []).flatMap(({ key }) =>
        answers[key]?.trim() ? [[key, answers[key]]] : [],
      );
      return {
        ...(name.trim() && { name: name.trim() }),
        ...(email.trim() && { email: email.trim() }),
        ...(given.length && { answers: Object.fromEntries(given) as Record<string, string> }),
        ...(consentText() && { consent: consent.value }),
      };
    },
    again() {
      consent.value = false;
      input.value = { ...input.value, answers: {} };
      store.drafts.write(place, toJson(input.value));
    },
    async learn({ fields }) {
      errors.value = fields;
      try {
        // What the browser keeps is what was refused.
        const answer = await fetch(context.base + fillPath(getSettings.path, { site: context.site }), {
          cache: 'no-cache',
        });
        if (answer.ok) rules.value = ((await answer.json()) as PublicSettings).chat;
      } catch {
        // Asked again with the next refusal.
      }
    },
  };
};
