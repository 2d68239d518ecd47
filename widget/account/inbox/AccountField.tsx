import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { FieldCode } from '../../../shared/core/errors.ts';
import type { AccountTexts } from './texts.ts';

/** Why fields were refused, by their names. */
export type Refused = Record<string, FieldCode>;

const reasonText = (texts: AccountTexts, code: FieldCode): string =>
  code === 'too_short' ? texts.tooShort : code === 'too_common' ? texts.tooCommon : texts.refused;

/** A field about the login. */
export const AccountField = (given: {
  label: string;
  name: string;
  texts: AccountTexts;
  refused: Refused;
  type?: 'password' | 'text';
  autocomplete: string;
  hint?: string;
  dir?: 'auto';
  /** Its first value. */
  value?: string;
  maxLength?: number;
  /** Whether it takes the focus when it appears. */
  takesFocus?: boolean;
}) => {
  const { label, name, texts, refused, type = 'password', autocomplete, hint, takesFocus } = given;
  // Two forms may ask for the same thing at once.
  const id = useId();
  const wrong = refused[name];
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  return (
    <div class="account-field">
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        name={name}
        {...(type === 'password' ? { type: 'password' as const } : { type: 'text' as const })}
        dir={given.dir ?? 'ltr'}
        defaultValue={given.value}
        maxLength={given.maxLength}
        required
        autocomplete={autocomplete}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-note`}
      />
      <p id={`${id}-note`} class={wrong ? 'wrong' : 'quiet'} role={wrong ? 'alert' : undefined}>
        {wrong ? reasonText(texts, wrong) : hint}
      </p>
    </div>
  );
};

/** The values of a form by name; it is not sent. */
export const readForm = (event: Event): Record<string, string> => {
  event.preventDefault();
  return Object.fromEntries(
    [...new FormData(event.currentTarget as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
  );
};
