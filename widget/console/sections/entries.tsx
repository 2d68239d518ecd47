import type { ComponentChildren } from 'preact';
import { fill } from '../../core/text/fill.ts';
import { useWords } from '../context.ts';

/** One of a list that admins keep: what it shows, then how it is changed and taken away. */
export const Entry = ({
  name,
  change,
  remove,
  children,
}: {
  /** What it is called, for who hears the buttons. */
  name: string;
  change(): void;
  remove(): void;
  children: ComponentChildren;
}) => {
  const { say } = useWords();
  return (
    <li class="entry-row">
      <span class="entry-name">{children}</span>
      <button type="button" aria-label={fill(say.changeOf, { name })} onClick={change}>
        {say.change}
      </button>
      <button type="button" aria-label={fill(say.removePerson, { name })} onClick={remove}>
        {say.remove}
      </button>
    </li>
  );
};

/** The end of an entry's form. */
export const SaveRow = ({ cancel }: { cancel(): void }) => {
  const { say } = useWords();
  return (
    <div class="actions">
      <button type="button" onClick={cancel}>
        {say.cancel}
      </button>
      <button type="submit" class="primary">
        {say.save}
      </button>
    </div>
  );
};
