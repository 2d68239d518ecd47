import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { FieldCode } from '../../shared/core/errors.ts';
import type { ConsoleTexts } from './i18n.ts';
import { useWords } from './context.ts';

/** Why a field was refused, in words; empty when it was not. */
export const refusalText = (say: ConsoleTexts, code: FieldCode | undefined): string => {
  if (!code) return '';
  if (code === 'required' || code === 'too_short')
    return say[code === 'required' ? 'bad_required' : 'bad_short'];
  if (code === 'too_long' || code === 'too_many') return say.bad_long;
  if (code === 'not_email') return say.bad_email;
  return say.bad_other;
};

interface Common {
  label: string;
  hint?: string | undefined;
  refused?: FieldCode | string | undefined;
}

/** What stands around a control: its name, what it is for, why it was refused. */
export const Field = ({
  label,
  hint,
  refused,
  children,
}: Common & {
  children(ids: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }): ComponentChildren;
}) => {
  const { say } = useWords();
  const id = useId();
  const words = refused ? refusalText(say, refused as FieldCode) : '';
  return (
    <div class={words ? 'field bad' : 'field'}>
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-hint ${id}-bad`, 'aria-invalid': words !== '' })}
      <p class="quiet" id={`${id}-hint`}>
        {hint}
      </p>
      <p class="bad-words" id={`${id}-bad`}>
        {words}
      </p>
    </div>
  );
};

export const TextField = ({
  label,
  hint,
  refused,
  value,
  onValue,
  type = 'text',
  ...rest
}: Common & {
  value: string;
  onValue(text: string): void;
  type?: 'text' | 'email' | 'password' | 'url';
  maxLength?: number;
  minLength?: number;
  autocomplete?: string;
  required?: boolean;
  autofocus?: boolean;
  dir?: 'auto' | 'ltr';
  lang?: string;
  placeholder?: string;
  pattern?: string;
}) => (
  <Field label={label} hint={hint} refused={refused}>
    {(ids) => (
      <input
        {...ids}
        {...rest}
        // The types of the package know one kind of field at a time.
        type={type as 'text'}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    )}
  </Field>
);

export const NumberField = ({
  label,
  hint,
  refused,
  value,
  onValue,
  ...rest
}: Common & { value: number; onValue(value: number): void; min: number; max: number; step?: number }) => (
  <Field label={label} hint={hint} refused={refused}>
    {(ids) => (
      <input
        type="number"
        inputMode="numeric"
        {...ids}
        {...rest}
        value={value}
        onInput={(event) => {
          const { valueAsNumber } = event.currentTarget;
          if (Number.isFinite(valueAsNumber)) onValue(valueAsNumber);
        }}
      />
    )}
  </Field>
);

export const SelectField = <Value extends string>({
  label,
  hint,
  refused,
  value,
  options,
  onValue,
}: Common & {
  value: Value;
  options: readonly (readonly [Value, string])[];
  onValue(value: Value): void;
}) => (
  <Field label={label} hint={hint} refused={refused}>
    {(ids) => (
      <select {...ids} value={value} onChange={(event) => onValue(event.currentTarget.value as Value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
);

export const CheckField = ({
  label,
  hint,
  value,
  onValue,
}: {
  label: string;
  hint?: string;
  value: boolean;
  onValue(value: boolean): void;
}) => {
  const id = useId();
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          checked={value}
          aria-describedby={id}
          onChange={(event) => onValue(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <p class="quiet" id={id}>
        {hint}
      </p>
    </div>
  );
};
