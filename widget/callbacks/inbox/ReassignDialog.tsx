import { useEffect, useRef } from 'preact/hooks';
import { useStaff } from '../../core/staff/context.ts';
import type { CallbackModel } from './model.ts';
import type { StaffTexts } from './texts.ts';

/** The choice of a colleague who makes the call instead. */
export const ReassignDialog = ({
  model,
  texts,
  onClose,
}: {
  model: CallbackModel;
  texts: StaffTexts;
  onClose(): void;
}) => {
  const staff = useStaff();
  const dialog = useRef<HTMLDialogElement>(null);
  const chosen = useRef<HTMLSelectElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="hand-on-title" onClose={onClose}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          await model.take({ step: 'reassign', staff: chosen.current?.value ?? '' });
          dialog.current?.close();
        }}
      >
        <h2 id="hand-on-title">{texts.step_reassign}</h2>
        <label for="hand-on-to">{texts.who}</label>
        <select id="hand-on-to" ref={chosen}>
          {staff.people.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <div class="dialog-actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {texts.cancel}
          </button>
          <button type="submit" class="primary">
            {texts.save}
          </button>
        </div>
      </form>
    </dialog>
  );
};
