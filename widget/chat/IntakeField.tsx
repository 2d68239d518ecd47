import type { InputHTMLAttributes } from 'preact';
import { fieldText } from '../core/text/failureText.ts';
import type { Texts } from '../core/text/i18n.ts';
import type { About, AboutField } from './about.ts';
import type { Translate } from './texts.ts';

/** Props of every field before a chat. */
export interface IntakeProps {
  texts: Texts;
  text: Translate;
  about: About;
}

/** Why a field was refused; nothing while it wasn't. */
export const FieldError = (given: IntakeProps & { field: AboutField; id: string }) => {
  const { texts, text, about, field, id } = given;
  const error = about.errors.value[field];
  return error ? (
    <span id={id} class="wrong" role="alert">
      {field === 'consent' ? text('pleaseAgree') : fieldText(texts, error)}
    </span>
  ) : null;
};

/** One line that is asked of a visitor before a chat begins. */
export const IntakeField = (
  given: IntakeProps & {
    field: AboutField;
    label: string;
    value: string;
    required: boolean;
    hint?: string;
    control: InputHTMLAttributes;
  },
) => {
  const { texts, about, field, label, value, required, hint, control } = given;
  const id = `foyer-${field}`;
  return (
    <label class="reach">
      <span>
        <bdi>{label}</bdi> {!required && <span class="soft">({texts.get('optional')})</span>}
      </span>
      <input
        {...control}
        value={value}
        required={required}
        aria-invalid={Boolean(about.errors.value[field])}
        aria-describedby={id}
        onInput={(event) => about.set(field, event.currentTarget.value)}
      />
      {about.errors.value[field] ? (
        <FieldError {...given} id={id} />
      ) : (
        hint && (
          <span id={id} class="soft">
            {hint}
          </span>
        )
      )}
    </label>
  );
};
