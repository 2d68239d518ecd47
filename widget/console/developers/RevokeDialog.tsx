import { useEffect, useRef } from 'preact/hooks';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';
import { useDeveloperTexts } from './i18n.ts';

/** Asks once more before a token is revoked. */
export const RevokeDialog = ({ name, done }: { name: string; done(sure: boolean): void }) => {
  const { texts } = useTexts();
  const own = useDeveloperTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const sure = useRef(false);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="revoke-sure" onClose={() => done(sure.current)}>
      <p id="revoke-sure">{fill(own.revokeSure, { name })}</p>
      <div class="dialog-actions">
        <button type="button" onClick={() => dialog.current?.close()}>
          {texts.cancel}
        </button>
        <button
          type="button"
          class="primary"
          onClick={() => {
            sure.current = true;
            dialog.current?.close();
          }}
        >
          {own.revoke}
        </button>
      </div>
    </dialog>
  );
};
