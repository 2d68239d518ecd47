import { useSignal } from '@preact/signals';
import type { StaffWords } from './words.ts';

/** An answer's labels, to be taken away and added. */
export const AnswerLabels = (given: {
  labels: readonly string[];
  words: StaffWords;
  onLabels(labels: string[]): void;
}) => {
  const { labels, words, onLabels } = given;
  const typed = useSignal('');
  return (
    <>
      {labels.map((label) => (
        <button
          key={label}
          type="button"
          class="chip grey"
          aria-label={`${words.remove}: ${label}`}
          onClick={() => onLabels(labels.filter((one) => one !== label))}
        >
          <bdi>{label}</bdi> ×
        </button>
      ))}
      <form
        class="row-of-buttons"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.value.trim()) onLabels([...labels, typed.value.trim()]);
          typed.value = '';
        }}
      >
        <input
          type="text"
          aria-label={words.addLabel}
          placeholder={words.addLabel}
          dir="auto"
          maxLength={60}
          style={{ inlineSize: '150px' }}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
          }}
        />
      </form>
    </>
  );
};
