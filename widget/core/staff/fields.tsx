import { type ComponentChildren, createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';
import type { FieldCode } from '../../../shared/core/errors.ts';

/** Says why a field was refused, in words. The page provides it. */
export const RefusalTexts = createContext<(code: FieldCode) => string>(() => '');

/** The name of a control, and its fault. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

interface Common {
  label: string;
  hint?: string | undefined;
  /** Why the server refused it. */
  refused?: FieldCode | string | undefined;
}

/** A label's unit, which texts write in brackets at its end: "Slot length (minutes)". */
const splitUnit = (label: string): { name: string; unit: string | undefined } => {
  const [, name = label, unit] = /^(.*?) \(([^()]+)\)$/.exec(label) ?? [];
  return { name, unit };
};

/** The frame of a control: its name, its hint, its fault. */
export const Field = ({
  label,
  hint,
  refused,
  unit,
  children,
}: Common & {
  /** Stands behind the control; screen readers hear it with the label. */
  unit?: string | undefined;
  children(control: ControlProps): ComponentChildren;
}) => {
  const id = useId();
  const refusalText = useContext(RefusalTexts);
  const wrong = refused ? refusalText(refused as FieldCode) : '';
  const described = [hint && `${id}-hint`, wrong && `${id}-bad`].filter(Boolean).join(' ');
  return (
    <div class={wrong ? 'field bad' : 'field'}>
      <label for={id}>
        {label}
        {unit && <span class="unseen"> ({unit})</span>}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': wrong !== '' })}
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p class="bad-words" id={`${id}-bad`}>
          {wrong}
        </p>
      )}
    </div>
  );
};

/** One line of text. */
export const TextField = ({
  label,
  hint,
  refused,
  onValue,
  type = 'text',
  ...rest
}: Common & {
  value: string;
  onValue(text: string): void;
  type?: 'text' | 'email' | 'password' | 'url';
  dir?: 'auto' | 'ltr' | undefined;
  maxLength?: number;
  minLength?: number;
  autocomplete?: string;
  required?: boolean;
  autofocus?: boolean;
  lang?: string | undefined;
  placeholder?: string | undefined;
  pattern?: string;
}) => (
  <Field label={label} hint={hint} refused={refused}>
    {(control) => (
      <input
        {...control}
        {...rest}
        // The types of the package know one kind of field at a time.
        type={type as 'text'}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    )}
  </Field>
);

type NumberValue =
  | { isOptional: true; value: number | undefined; onValue(value: number | undefined): void }
  | { isOptional?: false; value: number; onValue(value: number): void };

/** A number; nothing, too, where that means something. */
export const NumberField = (
  given: Common & NumberValue & { min: number; max: number; step?: number; disabled?: boolean },
) => {
  const { name, unit } = splitUnit(given.label);
  return (
    <Field label={name} unit={unit} hint={given.hint} refused={given.refused}>
      {(control) => (
        <span class="number">
          <input
            type="number"
            inputMode="numeric"
            {...control}
            min={given.min}
            max={given.max}
            step={given.step}
            disabled={given.disabled}
            value={given.value ?? ''}
            onInput={({ currentTarget: { value, valueAsNumber } }) => {
              if (given.isOptional && value === '') given.onValue(undefined);
              else if (Number.isFinite(valueAsNumber)) given.onValue(valueAsNumber);
            }}
          />
          {unit && <span aria-hidden="true">{unit}</span>}
        </span>
      )}
    </Field>
  );
};

/** One of several. */
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
    {(control) => (
      <select {...control} value={value} onChange={(event) => onValue(event.currentTarget.value as Value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** Yes or no. With a hint, even an empty one, it stands as a field of its own. */
export const CheckField = ({
  label,
  hint,
  value,
  onValue,
}: {
  label: string;
  hint?: string | undefined;
  value: boolean;
  onValue(value: boolean): void;
}) => {
  const id = useId();
  const check = (
    <label class="check">
      <input
        type="checkbox"
        checked={value}
        aria-describedby={hint ? id : undefined}
        onChange={(event) => onValue(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
  if (hint === undefined) return check;
  return (
    <div class="field">
      {check}
      {hint && (
        <p class="quiet" id={id}>
          {hint}
        </p>
      )}
    </div>
  );
};
