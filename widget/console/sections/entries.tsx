import type { ComponentChildren } from 'preact';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';

/** One of a list that admins keep: what it shows, then how it is changed and taken away. */
export const Entry = ({
  name,
  change,
  remove,
  children,
}: {
  /** Its name, for who hears the buttons. */
  name: string;
  change(): void;
  remove(): void;
  children: ComponentChildren;
}) => {
  const { texts } = useTexts();
  return (
    <li class="entry-row">
      <span class="entry-name">{children}</span>
      <button type="button" aria-label={fill(texts.changeOf, { name })} onClick={change}>
        {texts.change}
      </button>
      <button type="button" aria-label={fill(texts.removePerson, { name })} onClick={remove}>
        {texts.remove}
      </button>
    </li>
  );
};

/** The end of an entry's form. */
export const SaveRow = ({ cancel }: { cancel(): void }) => {
  const { texts } = useTexts();
  return (
    <div class="actions">
      <button type="button" onClick={cancel}>
        {texts.cancel}
      </button>
      <button type="submit" class="primary">
        {texts.save}
      </button>
    </div>
  );
};
