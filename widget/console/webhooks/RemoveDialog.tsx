import { useEffect, useRef } from 'preact/hooks';
import { fill } from '../../core/text/fill.ts';
import type { WebhookTexts } from './texts.ts';

/** Asks once more before an endpoint goes. */
export const RemoveDialog = ({
  texts,
  url,
  done,
}: {
  texts: WebhookTexts;
  url: string;
  done(sure: boolean): void;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const isSure = useRef(false);
  useEffect(() => dialog.current?.showModal(), []);
  const close = (sure: boolean): void => {
    isSure.current = sure;
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} aria-labelledby="webhook-sure" onClose={() => done(isSure.current)}>
      <p id="webhook-sure">{fill(texts.removeSure, { url })}</p>
      <div class="dialog-actions">
        <button type="button" onClick={() => close(false)}>
          {texts.cancel}
        </button>
        <button type="button" class="primary" onClick={() => close(true)}>
          {texts.remove}
        </button>
      </div>
    </dialog>
  );
};
