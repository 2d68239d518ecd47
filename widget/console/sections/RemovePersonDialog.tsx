import { useEffect, useRef } from 'preact/hooks';
import type { Colleague } from '../../../shared/console/schema.ts';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';

/** Asks once more before a person is removed. */
export const RemovePersonDialog = ({ person, done }: { person: Colleague; done(sure: boolean): void }) => {
  const { texts } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const sure = useRef(false);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="sure" onClose={() => done(sure.current)}>
      <p id="sure">{fill(texts.removeSure, { name: person.name })}</p>
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
          {texts.remove}
        </button>
      </div>
    </dialog>
  );
};
