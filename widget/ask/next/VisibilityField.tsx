import type { Texts } from '../../core/text/i18n.ts';
import type { Write } from './write.ts';

/** The choice between a question for the team alone and one that others may read. */
export const VisibilityField = ({ text, write }: { text: Texts['get']; write: Write }) => {
  const { visibility } = write.fields.value;
  return (
    <fieldset>
      <legend>{text('visibility')}</legend>
      {(['private', 'public'] as const).map((value) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name="visibility"
            value={value}
            checked={visibility === value}
            onChange={() => write.set('visibility', value)}
          />
          <span>
            {text(value)}
            <span class="soft">{text(`${value}Why`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};
