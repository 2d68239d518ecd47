import type { Texts } from '../../core/text/i18n.ts';
import type { Write } from './write.ts';

/** The choice between a question for the team alone and one that others may read. */
export const VisibilityField = ({ say, write }: { say: Texts['say']; write: Write }) => {
  const { visibility } = write.fields.value;
  return (
    <fieldset>
      <legend>{say('visibility')}</legend>
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
            {say(value)}
            <span class="soft">{say(`${value}Why`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};
