import { useEffect, useRef } from 'preact/hooks';
import type { Choice } from './choices.ts';

/** The options of a chooser; the current one stays in sight. */
export const ChoiceList = (given: {
  title: string;
  choices: readonly Choice[];
  current: number;
  point(place: number): void;
  run(choice: Choice): void;
}) => {
  const { title, choices, current, point, run } = given;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div id="choices" role="listbox" aria-label={title} ref={list}>
      {choices.map((choice, place) => (
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
          onPointerMove={() => point(place)}
        >
          {choice.mark}
          <span dir="auto">{choice.name}</span>
          {choice.isOn && <span class="on">✓</span>}
          {choice.hint && <span class="quiet">{choice.hint}</span>}
        </div>
      ))}
    </div>
  );
};
