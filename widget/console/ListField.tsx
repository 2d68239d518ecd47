import { useSignal } from '@preact/signals';
import { TextField } from '../core/staff/fields.tsx';

/** Parts words that hold no spaces. */
const anywhere = /[\s,;]+/;
/** Parts phrases, which do. */
export const betweenPhrases = /\s*[,;\n]\s*/;

/** Several short things on one line; what is being typed stays as it is while it means the same. */
export const ListField = (given: {
  label: string;
  hint: string;
  value: readonly string[];
  refused: string | undefined;
  parts?: RegExp;
  onValue(items: string[]): void;
}) => {
  const itemsOf = (text: string): string[] => text.split(given.parts ?? anywhere).filter(Boolean);
  const typed = useSignal(given.value.join(', '));
  const isSame = itemsOf(typed.value).join() === given.value.join();
  return (
    <TextField
      label={given.label}
      hint={given.hint}
      value={isSame ? typed.value : given.value.join(', ')}
      dir={given.parts ? 'auto' : 'ltr'}
      refused={given.refused}
      onValue={(text) => {
        typed.value = text;
        given.onValue(itemsOf(text));
      }}
    />
  );
};
