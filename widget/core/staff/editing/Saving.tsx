import { fill } from '../../text/fill.ts';
import { useLanguage } from '../context.ts';
import { failureText } from '../failureText.ts';
import type { Editing } from './useDraft.ts';

export interface SavingWords {
  save: string;
  saved: string;
  discard: string;
  conflict: string;
  reload: string;
  refused: string;
}

/** What the reader knows refused fields by: their labels. What no label is known of isn't named; a value goes by what it belongs to. */
const labelsOf = (names: object, fields: readonly string[]): string[] => {
  const known = names as Record<string, unknown>;
  const labelOf = (field: string): string[] => {
    const part = field.split('.').findLast((one) => one !== 'value' && Object.hasOwn(known, one));
    const label = part && known[part];
    return typeof label === 'string' ? [label.replace(/ \([^()]*\)$/, '')] : [];
  };
  return [...new Set(fields.flatMap(labelOf))];
};

/** What is done with what was written, and why it could not be. */
export const Saving = <Draft extends object>({
  editing,
  words,
  canSave,
  onSave,
  onReload,
  ...given
}: {
  editing: Editing<Draft>;
  words: SavingWords;
  /** The labels of the fields, by the last part of their names; the words where there are no others. */
  names?: object;
  canSave: boolean;
  onSave(): void;
  onReload(): void;
}) => {
  const { texts } = useLanguage();
  const { busy, failure, saved, isDirty } = editing;
  const { value: error } = failure;
  const labels = labelsOf(given.names ?? words, Object.keys(error?.fields ?? {}));
  return (
    <>
      {error && (
        <p class="wrong" role="alert">
          {error.code === 'conflict'
            ? words.conflict
            : labels.length > 0
              ? fill(words.refused, { fields: labels.join(', ') })
              : failureText(texts, error)}{' '}
          {error.code === 'conflict' && (
            <button type="button" class="link" onClick={onReload}>
              {words.reload}
            </button>
          )}
        </p>
      )}
      <div class="row-of-buttons">
        <button type="button" class="primary" disabled={!canSave || !isDirty || busy.value} onClick={onSave}>
          {words.save}
        </button>
        {isDirty && (
          <button type="button" onClick={() => editing.discard()}>
            {words.discard}
          </button>
        )}
        <span class="quiet" role="status">
          {saved.value && !isDirty ? words.saved : ''}
        </span>
      </div>
    </>
  );
};
