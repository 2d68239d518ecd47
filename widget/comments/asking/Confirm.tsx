import { useLayoutEffect, useRef } from 'preact/hooks';
import { useComments } from '../context.ts';

/** Asks once more before something is done that cannot be taken back. */
export const Confirm = ({
  question,
  label,
  act,
  onDone,
}: {
  question: string;
  /** Of the button that does it. */
  label: string;
  act(): Promise<void>;
  onDone(): void;
}) => {
  const { text } = useComments();
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <span class="sure" role="group" aria-label={question}>
      <span>{question}</span>
      <button ref={first} type="button" class="text" onClick={() => void act()}>
        {label}
      </button>
      <button type="button" class="text" onClick={onDone}>
        {text('cancel')}
      </button>
    </span>
  );
};
