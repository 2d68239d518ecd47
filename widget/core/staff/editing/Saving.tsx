import { fill } from '../../text/fill.ts';
import { useLanguage } from '../context.ts';
import { failureText } from '../failureText.ts';
import type { Editing } from './useDraft.ts';

export interface SavingTexts {
  save: string;
  saved: string;
  discard: string;
  conflict: string;
  reload: string;
  refused: string;
}

/**
 * Labels of refused fields, as the reader knows them. What no label is known of isn't named; a value goes by what it
 * belongs to.
 */
const labelsOf = (names: object, fields: readonly string[]): string[] => {
  const known = names as Record<string, unknown>;
  const labelOf = (field: string): string[] => {
    const part = field.split('.').findLast((one) => one !== 'value' && Object.hasOwn(known, one));
    const label = part && known[part];
    return typeof label === 'string' ? [label.replace(/ \([^()]*\)$/, '')] : [];
  };
  return [...new Set(fields.flatMap(labelOf))];
};

/** The outcome of saving: done, or why not. */
export const Saving = <Draft extends object>({
  editing,
  texts,
  canSave,
  onSave,
  onReload,
  ...given
}: {
  editing: Editing<Draft>;
  texts: SavingTexts;
  /** Labels of the fields, by the last part of their names; `texts` where there are no others. */
  names?: object;
  canSave: boolean;
  onSave(): void;
  onReload(): void;
}) => {
  const { texts: inboxTexts } = useLanguage();
  const { busy, failure, saved, isDirty } = editing;
  const { value: error } = failure;
  const labels = labelsOf(given.names ?? texts, Object.keys(error?.fields ?? {}));
  return (
    <>
      {error && (
        <p class="wrong" role="alert">
          {error.code === 'conflict'
            ? texts.conflict
            : labels.length > 0
              ? fill(texts.refused, { fields: labels.join(', ') })
              : failureText(inboxTexts, error)}{' '}
          {error.code === 'conflict' && (
            <button type="button" class="link" onClick={onReload}>
              {texts.reload}
            </button>
          )}
        </p>
      )}
      <div class="row-of-buttons">
        <button type="button" class="primary" disabled={!canSave || !isDirty || busy.value} onClick={onSave}>
          {texts.save}
        </button>
        {isDirty && (
          <button type="button" onClick={() => editing.discard()}>
            {texts.discard}
          </button>
        )}
        <span class="quiet" role="status">
          {saved.value && !isDirty ? texts.saved : ''}
        </span>
      </div>
    </>
  );
};
