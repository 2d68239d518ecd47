import { useSignal } from '@preact/signals';
import { Field } from '../../core/staff/fields.tsx';

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

/** Several things, one on a line: a list can be pasted. What is being typed stays as it is while it means the same. */
export const LinesField = (given: {
  label: string;
  hint: string;
  value: readonly string[];
  refused: string | undefined;
  dir?: 'auto' | 'ltr';
  onValue(items: string[]): void;
}) => {
  const typed = useSignal(given.value.join('\n'));
  const isSame = linesOf(typed.value).join('\n') === given.value.join('\n');
  return (
    <Field label={given.label} hint={given.hint} refused={given.refused}>
      {(control) => (
        <textarea
          {...control}
          dir={given.dir ?? 'auto'}
          rows={Math.min(10, Math.max(3, given.value.length + 1))}
          spellcheck={false}
          value={isSame ? typed.value : given.value.join('\n')}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            given.onValue(linesOf(typed.value));
          }}
        />
      )}
    </Field>
  );
};
