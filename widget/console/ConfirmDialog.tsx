import { useEffect, useId, useRef } from 'preact/hooks';
import { useTexts } from './context.ts';

/** Asks once more before something is done for good: the question, and the word for doing it. */
export const ConfirmDialog = (given: { question: string; action: string; done(sure: boolean): void }) => {
  const { texts } = useTexts();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const isSure = useRef(false);
  useEffect(() => dialog.current?.showModal(), []);
  const close = (sure: boolean): void => {
    isSure.current = sure;
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={() => given.done(isSure.current)}>
      <p id={id}>{given.question}</p>
      <div class="dialog-actions">
        <button type="button" onClick={() => close(false)}>
          {texts.cancel}
        </button>
        <button type="button" class="primary" onClick={() => close(true)}>
          {given.action}
        </button>
      </div>
    </dialog>
  );
};
