import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../../../core/staff/context.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { type Choice, fittingChoices, type Maker } from './choices.ts';

/** A list to choose from with the keyboard or the pointer: letters narrow it down. */
export const Chooser = (given: {
  title: string;
  choices: readonly Choice[];
  gone(): void;
  make?: Maker;
  /** Said where there's nothing to choose. */
  none?: string;
}) => {
  const { title, choices, gone, make } = given;
  const { texts } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  /** Run once the dialog is gone and the focus is back: it may open another, or write somewhere. */
  const picked = useRef<Choice | null>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const text = typed.trim();
  const shown = fittingChoices(choices, text, make);
  const current = Math.min(at, shown.length - 1);
  const run = (choice: Choice | undefined): void => {
    if (!choice) return;
    if (choice.isToggle) {
      setTyped('');
      choice.run();
      return;
    }
    picked.current = choice;
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      class="chooser"
      aria-label={title}
      onClose={() => {
        gone();
        picked.current?.run();
      }}
      // A click beside it closes it, where the browser can.
      {...{ closedby: 'any' }}
    >
      <input
        type="text"
        role="combobox"
        dir="auto"
        aria-label={title}
        placeholder={title}
        aria-expanded="true"
        aria-controls="choices"
        aria-activedescendant={shown[current] ? `choice-${shown[current].id}` : undefined}
        autocomplete="off"
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step && shown.length) {
            event.preventDefault();
            setAt((current + step + shown.length) % shown.length);
          }
          if (event.key === 'Enter') {
            event.preventDefault();
            run(shown[current]);
          }
        }}
      />
      <ChoiceList title={title} choices={shown} current={current} point={setAt} run={run} />
      {shown.length === 0 && (
        <p class="quiet none" role="status">
          {given.none ?? texts.nothingFits}
        </p>
      )}
    </dialog>
  );
};
