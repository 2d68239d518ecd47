import { useId, useState } from 'preact/hooks';
import { TextField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import { useSearch } from './context.ts';
import type { Chosen } from './model.ts';
import { useTyped } from './useTyped.ts';

/** Matches that are offered. */
const maxOffered = 6;

/** A public question, found by typing a few words of it and chosen from what they find. */
export const QuestionPicker = ({
  label,
  value,
  refused,
  onValue,
}: {
  label: string;
  value: Chosen | null;
  refused?: string | undefined;
  onValue(question: Chosen | null): void;
}) => {
  const { texts } = useSearch();
  const [typed, setTyped] = useState('');
  const name = useId();
  const found = useTyped(typed);
  const offered = found?.results.filter(({ verdict }) => verdict !== 'not_public').slice(0, maxOffered);
  return (
    <div class="question-picker">
      <TextField
        label={label}
        hint={texts.questionHint}
        refused={refused}
        dir="auto"
        maxLength={300}
        autocomplete="off"
        value={typed}
        onValue={setTyped}
      />
      <p class={offered && offered.length === 0 ? 'quiet' : 'unseen'} role="status">
        {offered && (offered.length ? fill(texts.found, { count: offered.length }) : texts.questionNone)}
      </p>
      {(value || (offered && offered.length > 0)) && (
        <fieldset>
          <legend class="unseen">{label}</legend>
          {value && !offered?.some(({ question }) => question === value.id) && (
            <label class="check">
              <input type="radio" name={name} checked />
              <span dir="auto">{value.title}</span>
            </label>
          )}
          {offered?.map(({ question, title }) => (
            <label class="check" key={question}>
              <input
                type="radio"
                name={name}
                checked={value?.id === question}
                onChange={() => onValue({ id: question, title })}
              />
              <span dir="auto">{title}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
};
