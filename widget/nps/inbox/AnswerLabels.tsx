import { useSignal } from '@preact/signals';
import type { StaffTexts } from './texts.ts';

/** An answer's labels, to be taken away and added. */
export const AnswerLabels = (given: {
  labels: readonly string[];
  texts: StaffTexts;
  onLabels(labels: string[]): void;
}) => {
  const { labels, texts, onLabels } = given;
  const typed = useSignal('');
  return (
    <>
      {labels.map((label) => (
        <button
          key={label}
          type="button"
          class="chip grey"
          aria-label={`${texts.remove}: ${label}`}
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
          aria-label={texts.addLabel}
          placeholder={texts.addLabel}
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
