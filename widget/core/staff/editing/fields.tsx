import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A named control. */
export const Field = ({
  label,
  hint,
  children,
}: {
  label: string;
  hint?: string;
  children(id: string): ComponentChildren;
}) => {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(id)}
      {hint && <p class="quiet">{hint}</p>}
    </div>
  );
};

export const TextField = (given: {
  label: string;
  hint?: string;
  value: string;
  most: number;
  type?: 'text' | 'url';
  lang?: string;
  placeholder?: string;
  onValue(value: string): void;
}) => (
  <Field label={given.label} {...(given.hint && { hint: given.hint })}>
    {(id) => (
      <input
        id={id}
        // The types of the package know one kind of field at a time.
        type={(given.type ?? 'text') as 'text'}
        dir={given.type === 'url' ? 'ltr' : 'auto'}
        lang={given.lang}
        maxLength={given.most}
        placeholder={given.placeholder}
        value={given.value}
        onInput={(event) => given.onValue(event.currentTarget.value)}
      />
    )}
  </Field>
);

/** A whole number, or nothing where that means something. */
export const NumberField = (given: {
  label: string;
  value: number | undefined;
  min: number;
  max: number;
  step?: number;
  onValue(value: number | undefined): void;
}) => (
  <Field label={given.label}>
    {(id) => (
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={given.min}
        max={given.max}
        step={given.step ?? 1}
        value={given.value ?? ''}
        onInput={({ currentTarget }) =>
          given.onValue(currentTarget.value === '' ? undefined : currentTarget.valueAsNumber)
        }
      />
    )}
  </Field>
);

export const SelectField = <Value extends string>(given: {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onValue(value: Value): void;
}) => (
  <Field label={given.label}>
    {(id) => (
      <select
        id={id}
        value={given.value}
        onChange={(event) => given.onValue(event.currentTarget.value as Value)}
      >
        {given.options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
);

export const CheckField = (given: { label: string; value: boolean; onValue(value: boolean): void }) => (
  <label class="check">
    <input
      type="checkbox"
      checked={given.value}
      onChange={(event) => given.onValue(event.currentTarget.checked)}
    />
    <span>{given.label}</span>
  </label>
);
