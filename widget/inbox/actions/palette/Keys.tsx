import { useEffect, useRef } from 'preact/hooks';
import { useLanguage } from '../../../core/staff/context.ts';

/** Every key there is. */
export const Keys = ({ close }: { close(): void }) => {
  const { texts } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const keys: [string, string][] = [
    ['Ctrl K', texts.key_palette],
    ['j k', texts.key_move],
    ['Enter', texts.key_open],
    ['x', texts.key_pick],
    ['*', texts.key_pickAll],
    ['/', texts.key_search],
    ['c', texts.newMessage],
    ['r', texts.key_reply],
    ['n', texts.key_note],
    [';', texts.key_canned],
    ['Ctrl Enter', texts.key_send],
    ['a', texts.key_assign],
    ['Shift A', texts.key_assignTo],
    ['l', texts.key_label],
    ['s', texts.key_snooze],
    ['p', texts.key_priority],
    ['m', texts.key_merge],
    ['f', texts.forward],
    ['y', texts.macro],
    ['e', texts.key_close],
    ['z', texts.key_undo],
    ['Esc', texts.key_escape],
    ['?', texts.key_help],
  ];
  return (
    <dialog ref={dialog} class="wide" onClose={close} aria-labelledby="keys-title">
      <h2 id="keys-title">{texts.keys}</h2>
      <dl class="keys">
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="primary" onClick={() => dialog.current?.close()}>
        {texts.done}
      </button>
    </dialog>
  );
};
