import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../../../core/staff/context.ts';

export interface Choice {
  id: string;
  name: string;
  /** Said beside it: the key that does the same, the time that is meant. */
  hint?: string;
  mark?: ComponentChildren;
  isOn?: boolean;
  /** Stays open, to choose another. */
  isToggle?: boolean;
  run(): void;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** True when every word that was typed begins a word of the name. */
const fits = (name: string, typed: string): boolean => {
  const words = fold(name).split(/[\s/–-]+/);
  return fold(typed)
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
};

/** A list to choose from with the keyboard or the pointer: letters narrow it down. */
export const Chooser = ({
  title,
  choices,
  gone,
  make,
}: {
  title: string;
  choices: readonly Choice[];
  gone(): void;
  /** Makes what was typed and is not there. */
  make?: { name(typed: string): string; run(typed: string): void };
}) => {
  const { texts } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  /** Run once the dialog is gone and the focus is back: it may open another, or write somewhere. */
  const picked = useRef<Choice | null>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (!dialog.current!.open) dialog.current!.showModal();
  }, []);
  const text = typed.trim();
  const shown = choices.filter(({ name }) => !text || fits(name, text));
  if (make && text && !choices.some(({ name }) => fold(name) === fold(text)))
    shown.push({ id: 'make', name: make.name(text), run: () => make.run(text) });
  const current = Math.min(at, shown.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
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
          if (event.key === 'Enter' && !event.isComposing) {
            event.preventDefault();
            run(shown[current]);
          }
        }}
      />
      <div id="choices" role="listbox" aria-label={title} ref={list}>
        {shown.map((choice, place) => (
          // The field above has the focus, and takes the keys.
          // biome-ignore lint/a11y/useKeyWithClickEvents: as said
          <div
            key={choice.id}
            id={`choice-${choice.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === current}
            aria-checked={choice.isToggle ? choice.isOn === true : undefined}
            onClick={() => run(choice)}
            onPointerMove={() => setAt(place)}
          >
            {choice.mark}
            <span dir="auto">{choice.name}</span>
            {choice.isOn && <span class="on">✓</span>}
            {choice.hint && <span class="quiet">{choice.hint}</span>}
          </div>
        ))}
      </div>
      {shown.length === 0 && (
        <p class="quiet none" role="status">
          {texts.nothingFits}
        </p>
      )}
    </dialog>
  );
};
