import type { CallbackForm } from '../../shared/callbacks/schema.ts';
import { FormField, type FormProps } from './FormField.tsx';

/** Maximum length of a number, UTF-16 code units; the server refuses more. */
const maxNumberLength = 60;

/** The number to be called, with its country; where a call is promised to it already, the way there. */
export const NumberField = (given: FormProps & { form: CallbackForm; onSee(id: string): void }) => {
  const { text, request, form, part } = given;
  const { country, number } = request.input.value;
  const checked = request.checked.value;
  const own =
    request.errors.value.number === 'already_there' &&
    part.store.conversations.value.find(({ kind, status }) => kind === 'callback' && status !== 'closed');
  return (
    <>
      <div class="field">
        <label for="foyer-call-country">{text('callCountry')}</label>
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
      <FormField
        {...given}
        name="number"
        label={text('callNumber')}
        hint={checked && text('callDial', { number: checked.written })}
      >
        {(ties) => (
          <input
            {...ties}
            data-start
            type="tel"
            autocomplete="tel"
            dir="ltr"
            required
            maxLength={maxNumberLength}
            value={number}
            onInput={(event) => request.set({ number: event.currentTarget.value })}
          />
        )}
      </FormField>
      {own && (
        <button type="button" onClick={() => given.onSee(own.id)}>
          {text('callSee')}
        </button>
      )}
    </>
  );
};
