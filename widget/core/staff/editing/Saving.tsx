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

/** What is done with what was written, and why it could not be. */
export const Saving = <Draft extends object>({
  editing,
  words,
  canSave,
  onSave,
  onReload,
}: {
  editing: Editing<Draft>;
  words: SavingWords;
  canSave: boolean;
  onSave(): void;
  onReload(): void;
}) => {
  const { texts } = useLanguage();
  const { busy, failure, saved, isDirty } = editing;
  const { value: error } = failure;
  return (
    <>
      {error && (
        <p class="wrong" role="alert">
          {error.code === 'conflict'
            ? words.conflict
            : Object.keys(error.fields).length > 0
              ? fill(words.refused, { fields: Object.keys(error.fields).join(', ') })
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
