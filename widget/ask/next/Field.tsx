import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { fieldText } from '../../core/text/failureText.ts';
import type { Texts } from '../../core/text/i18n.ts';
import type { FieldName } from './fields.ts';
import type { Write } from './write.ts';

/** The ids that tie a control to its label, its hint and its fault. */
export interface Ties {
  id: string;
  name: FieldName;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
  value: string;
  onInput(event: { currentTarget: { value: string } }): void;
}

/** A labelled control with its hint and the sentence that says what is wrong. */
export const Field = (given: {
  texts: Texts;
  write: Write;
  name: FieldName;
  label: string;
  hint?: string;
  optional?: boolean;
  children(ties: Ties): ComponentChildren;
}) => {
  const { texts, write, name, hint } = given;
  const id = useId();
  const wrong = fieldText(texts, write.errors.value[name]);
  return (
    <div class="field">
      <label for={id}>
        {given.label} {given.optional && <span class="soft">({texts.get('optional')})</span>}
      </label>
      {given.children({
        id,
        name,
        'aria-describedby': wrong || hint ? `${id}-more` : undefined,
        'aria-invalid': Boolean(wrong),
        value: write.fields.value[name],
        onInput: (event) => write.set(name, event.currentTarget.value),
      })}
      {(wrong || hint) && (
        <p id={`${id}-more`} class={wrong ? 'wrong' : 'soft'}>
          {wrong || hint}
        </p>
      )}
    </div>
  );
};
