import { type SavingTexts, Saving } from './Saving.tsx';
import type { Revised } from './useRevised.ts';

/** The end of an editor: who may save it, that it was saved, and its deletion. */
export const End = <Known, Draft extends object>({
  revised,
  texts,
  canSave,
  canRemove,
  put,
  remove,
  onReload,
  onDone,
  names,
}: {
  revised: Revised<Known, Draft>;
  texts: SavingTexts & { onlyAdmins: string; remove: string; sureRemove: string };
  /** The labels of the fields, by the last part of their names. */
  names: object;
  canSave: boolean;
  canRemove: boolean;
  put(revision: number, draft: Draft): Promise<Known>;
  remove(revision: number): Promise<unknown>;
  /** Called when what is stored has changed. */
  onReload(): void;
  /** There is nothing to be edited any more. */
  onDone(): void;
}) => (
  <>
    {!canRemove && <p class="quiet">{texts.onlyAdmins}</p>}
    <Saving
      editing={revised.editing}
      texts={texts}
      names={names}
      canSave={canSave}
      onSave={() => void revised.save(put).then((isSaved) => isSaved && onReload())}
      onReload={() => {
        onReload();
        onDone();
      }}
    />
    {canRemove && revised.known && (
      <button
        type="button"
        class="link"
        onClick={() => {
          if (!confirm(texts.sureRemove)) return;
          void revised.remove(remove).then((isGone) => {
            if (!isGone) return;
            onReload();
            onDone();
          });
        }}
      >
        {texts.remove}
      </button>
    )}
  </>
);
