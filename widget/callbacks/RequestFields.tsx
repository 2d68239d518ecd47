import type { CallbackForm } from '../../shared/callbacks/schema.ts';
import { FormField, type FormProps, wrongText } from './FormField.tsx';

/** Longest texts, UTF-16 code units; the server refuses more. */
const longest = { name: 80, email: 254, note: 2_000 };

/** The topic field. */
export const TopicField = (given: FormProps & { topics: CallbackForm['topics'] }) => {
  const { surface, text, request, topics } = given;
  return (
    <FormField {...given} name="topic" label={text('callTopic')} optional>
      {(ties) => (
        <select
          {...ties}
          value={request.input.value.topic}
          onChange={(event) => request.set({ topic: event.currentTarget.value })}
        >
          <option value="">{surface.context.texts.get('noCategory')}</option>
          {topics.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
};

/** Fields about the person to call, and their note; all of it optional. */
export const PersonFields = (given: FormProps) => {
  const { surface, text, request } = given;
  const { texts } = surface.context;
  const bind = (name: 'name' | 'email' | 'note') => ({
    value: request.input.value[name],
    maxLength: longest[name],
    onInput: (event: { currentTarget: { value: string } }) =>
      request.set({ [name]: event.currentTarget.value }),
  });
  return (
    <>
      <FormField {...given} name="name" label={texts.get('name')} optional>
        {(ties) => <input {...ties} {...bind('name')} type="text" autocomplete="name" dir="auto" />}
      </FormField>
      <FormField {...given} name="email" label={texts.get('email')} hint={text('callEmail')} optional>
        {(ties) => <input {...ties} {...bind('email')} type="email" autocomplete="email" dir="ltr" />}
      </FormField>
      <FormField {...given} name="note" label={text('callNote')} optional>
        {(ties) => <textarea {...ties} {...bind('note')} rows={3} dir="auto" />}
      </FormField>
    </>
  );
};

/** The owner's consent field. */
export const ConsentField = (given: FormProps & { consent: string }) => {
  const { request, consent } = given;
  const wrong = wrongText(given, 'consent');
  return (
    <div class="field">
      <label class="agree">
        <input
          type="checkbox"
          name="consent"
          required
          checked={request.consent.value}
          aria-invalid={Boolean(wrong)}
          aria-describedby="foyer-call-consent"
          onChange={(event) => {
            request.consent.value = event.currentTarget.checked;
            request.set({});
          }}
        />
        <span dir="auto">{consent}</span>
      </label>
      <p id="foyer-call-consent" class="wrong" role="status">
        {!request.consent.value && wrong}
      </p>
    </div>
  );
};

/** A field that nobody sees: whoever fills it in is no person. */
export const Honeypot = ({ surface, request }: FormProps) => (
  <label class="unseen" aria-hidden="true">
    {surface.context.texts.get('leaveEmpty')}
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
);
