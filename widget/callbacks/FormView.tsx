import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CallForm } from '../../shared/callbacks/schema.ts';
import { CallError } from '../core/net/client.ts';
import { failureText, fieldText } from '../core/text/failureText.ts';
import type { ConversationsPart } from '../core/context.ts';
import type { Surface } from '../core/context.ts';
import { inText, whenText } from '../core/text/times.ts';
import { Notice, Waiting } from '../core/ui/parts.tsx';
import type { CallbackRequest } from './request.ts';
import { type CallbackField, fromPlace } from './requestDraft.ts';
import { WhenFields } from './WhenFields.tsx';
import type { Say } from './words.ts';

/** Longest texts, UTF-16 code units; the server refuses more. */
const longest = { number: 60, name: 80, email: 254, note: 2_000 };

type Given = { surface: Surface; part: ConversationsPart; say: Say; request: CallbackRequest };

/** Why one field was refused, in words of calls where they have any. */
const wrongText = ({ surface, say, request }: Given, name: CallbackField): string => {
  const code = request.errors.value[name];
  if (code === 'not_phone' || code === 'too_short') return say('callNotPhone');
  if (code === 'not_callable') return say('callNotCallable');
  if (code === 'already_there') return say('callAlready');
  if (name === 'consent' && code) return say('callAgree');
  return fieldText(surface.context.texts, code);
};

const Field = (
  given: Given & {
    name: CallbackField;
    label: string;
    hint?: ComponentChildren;
    optional?: boolean;
    children(ties: object): ComponentChildren;
  },
) => {
  const { name, hint } = given;
  const wrong = wrongText(given, name);
  const id = `foyer-call-${name}`;
  return (
    <div class="field">
      <label for={id}>
        {given.label}{' '}
        {given.optional && <span class="soft">({given.surface.context.texts.say('optional')})</span>}
      </label>
      {given.children({ id, name, 'aria-invalid': Boolean(wrong), 'aria-describedby': `${id}-more` })}
      <p id={`${id}-more`} class={wrong ? 'wrong' : 'soft'} role="status">
        {wrong || hint}
      </p>
    </div>
  );
};

const NumberField = (given: Given & { form: CallForm; onSee(id: string): void }) => {
  const { say, request, form, part } = given;
  const { country, number } = request.said.value;
  const checked = request.checked.value;
  const own =
    request.errors.value.number === 'already_there' &&
    part.store.conversations.value.find(({ kind, status }) => kind === 'callback' && status !== 'closed');
  return (
    <>
      <div class="field">
        <label for="foyer-call-country">{say('callCountry')}</label>
        <select
          id="foyer-call-country"
          autocomplete="country"
          value={country}
          onChange={(event) => request.set({ country: event.currentTarget.value })}
        >
          {form.countries.map(({ code, dial, name }) => (
            <option key={code} value={code}>
              {name} (+{dial})
            </option>
          ))}
        </select>
      </div>
      <Field
        {...given}
        name="number"
        label={say('callNumber')}
        hint={checked && say('callDial', { number: checked.written })}
      >
        {(ties) => (
          <input
            {...ties}
            data-start
            type="tel"
            autocomplete="tel"
            dir="ltr"
            required
            maxLength={longest.number}
            value={number}
            onInput={(event) => request.set({ number: event.currentTarget.value })}
          />
        )}
      </Field>
      {own && (
        <button type="button" onClick={() => given.onSee(own.id)}>
          {say('callSee')}
        </button>
      )}
    </>
  );
};

/** How the sending stands, in words. */
const Standing = ({ surface, say, request }: Given) => {
  const { texts } = surface.context;
  const refusal = request.refusal.value;
  const { when } = request.said.value;
  const instead = request.instead.value;
  if (request.state.value === 'waiting') return <Notice bad>{say('callUnsent')}</Notice>;
  // Not before another attempt can be made: whoever reads it may press at once.
  if (instead && typeof when === 'number' && request.state.value !== 'sending')
    return <Notice bad>{say(instead, { when: whenText(texts, when, Date.now()) })}</Notice>;
  if (!refusal) return null;
  return (
    <Notice bad>
      {refusal.code === 'limited'
        ? say('callTooMany', { when: inText(texts, refusal.retryAfter || 60) })
        : refusal.fields['number'] === 'already_there'
          ? texts.say('checkFields')
          : failureText(texts, refusal)}
    </Notice>
  );
};

/** What is needed to call somebody: their number and a time. Everything else is optional. */
export const FormView = (given: Given & { onSee(id: string): void }) => {
  const { surface, say, request, part } = given;
  const { texts } = surface.context;
  const element = useRef<HTMLFormElement>(null);
  const form = request.form.value;
  const said = request.said.value;
  const refusal = request.refusal.value;
  const isReady = form !== null && !(form instanceof CallError);
  const lookAt = (name: string | undefined): void =>
    element.current?.querySelector<HTMLElement>(`[name="${name === 'when' ? 'call-day' : name}"]`)?.focus();
  const [first] = Object.keys(request.errors.value);
  useLayoutEffect(() => {
    void request.load();
  }, []);
  useLayoutEffect(() => {
    if (isReady) surface.focusStart();
  }, [isReady]);
  useLayoutEffect(() => {
    if (refusal && first) lookAt(first);
  }, [refusal]);

  if (!isReady)
    return form ? (
      <Notice bad>
        {failureText(texts, form)}
        <button type="button" class="text" onClick={() => void request.load()}>
          {texts.say('tryAgain')}
        </button>
      </Notice>
    ) : (
      <Waiting texts={texts} />
    );
  const from = part.store.conversations.value.find(({ id }) => id === part.store.drafts.all.value[fromPlace]);
  const consentWrong = wrongText(given, 'consent');
  const busy = request.state.value === 'sending';
  const text = (name: 'name' | 'email' | 'note') => ({
    value: said[name],
    maxLength: longest[name],
    onInput: (event: { currentTarget: { value: string } }) =>
      request.set({ [name]: event.currentTarget.value }),
  });
  return (
    <form
      ref={element}
      class="stack call"
      noValidate
      aria-labelledby="foyer-call-title"
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = request.send();
        if (wrong) lookAt(wrong);
      }}
    >
      <h2 id="foyer-call-title">{texts.say('callback')}</h2>
      {from && (
        <p class="soft">
          {say('callWith', { subject: from.subject })}{' '}
          <button type="button" class="text" onClick={() => part.store.drafts.write(fromPlace, '')}>
            {texts.say('remove')}
          </button>
        </p>
      )}
      <NumberField {...given} form={form} />
      <WhenFields
        surface={surface}
        say={say}
        form={form}
        when={said.when}
        onWhen={(when) => request.set({ when })}
      />
      {form.topics.length > 0 && (
        <Field {...given} name="topic" label={say('callTopic')} optional>
          {(ties) => (
            <select
              {...ties}
              value={said.topic}
              onChange={(event) => request.set({ topic: event.currentTarget.value })}
            >
              <option value="">{texts.say('noCategory')}</option>
              {form.topics.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field {...given} name="name" label={texts.say('name')} optional>
        {(ties) => <input {...ties} {...text('name')} type="text" autocomplete="name" dir="auto" />}
      </Field>
      <Field {...given} name="email" label={texts.say('email')} hint={say('callEmail')} optional>
        {(ties) => <input {...ties} {...text('email')} type="email" autocomplete="email" dir="ltr" />}
      </Field>
      <Field {...given} name="note" label={say('callNote')} optional>
        {(ties) => <textarea {...ties} {...text('note')} rows={3} dir="auto" />}
      </Field>
      {form.consent && (
        <div class="field">
          <label class="agree">
            <input
              type="checkbox"
              name="consent"
              required
              checked={request.consent.value}
              aria-invalid={Boolean(consentWrong)}
              aria-describedby="foyer-call-consent"
              onChange={(event) => {
                request.consent.value = event.currentTarget.checked;
                request.set({});
              }}
            />
            <span dir="auto">{form.consent}</span>
          </label>
          <p id="foyer-call-consent" class="wrong" role="status">
            {!request.consent.value && consentWrong}
          </p>
        </div>
      )}
      <label class="unseen" aria-hidden="true">
        {texts.say('leaveEmpty')}
        <input
          type="text"
          name="website"
          tabIndex={-1}
          autocomplete="off"
          value={request.website.value}
          onInput={(event) => {
            request.website.value = event.currentTarget.value;
          }}
        />
      </label>
      <Standing {...given} />
      <button type="submit" class="primary" disabled={busy}>
        {texts.say(busy ? 'loading' : 'callback')}
      </button>
    </form>
  );
};
