import { useLayoutEffect, useRef } from 'preact/hooks';
import { useLanguage } from '../../core/staff/context.ts';
import { Login } from './Login.tsx';
import type { StaffSession } from './staffSession.ts';

/** The login over what somebody was doing when their session ended: it stays as it is, and goes on after. */
export const SessionEnded = ({ desk }: { desk: StaffSession }) => {
  const { texts } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    // Who it was is known.
    dialog.current?.querySelector<HTMLElement>('#password')?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="session-ended"
      aria-label={texts.sessionEnded}
      onCancel={(event) => event.preventDefault()}
    >
      <Login desk={desk} isAgain />
    </dialog>
  );
};
