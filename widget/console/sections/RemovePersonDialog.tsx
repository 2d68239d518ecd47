import { useEffect, useRef } from 'preact/hooks';
import type { Colleague } from '../../../shared/console/schema.ts';
import { fill } from '../../core/text/fill.ts';
import { useWords } from '../context.ts';

/** Asks once more before a person is removed. */
export const RemovePersonDialog = ({ person, done }: { person: Colleague; done(sure: boolean): void }) => {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const sure = useRef(false);
  useEffect(() => dialog.current!.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="sure" onClose={() => done(sure.current)}>
      <p id="sure">{fill(say.removeSure, { name: person.name })}</p>
      <div class="dialog-actions">
        <button type="button" onClick={() => dialog.current!.close()}>
          {say.cancel}
        </button>
        <button
          type="button"
          class="primary"
          onClick={() => {
            sure.current = true;
            dialog.current!.close();
          }}
        >
          {say.remove}
        </button>
      </div>
    </dialog>
  );
};
