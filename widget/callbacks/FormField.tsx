import type { ComponentChildren } from 'preact';
import type { ConversationsPart, Surface } from '../core/context.ts';
import { fieldText } from '../core/text/failureText.ts';
import type { CallbackRequest } from './request.ts';
import type { CallbackField } from './requestDraft.ts';
import type { Translate } from './texts.ts';

/** Props of every part of a call's form. */
export type FormProps = {
  surface: Surface;
  part: ConversationsPart;
  text: Translate;
  request: CallbackRequest;
};

/** Why one field was refused, in words of calls where they have any. */
export const wrongText = ({ surface, text, request }: FormProps, name: CallbackField): string => {
  const code = request.errors.value[name];
  if (code === 'not_phone' || code === 'too_short') return text('callNotPhone');
  if (code === 'not_callable') return text('callNotCallable');
  if (code === 'already_there') return text('callAlready');
  if (name === 'consent' && code) return text('callAgree');
  return fieldText(surface.context.texts, code);
};

/** A labelled control with its hint, or with why it was refused. */
export const FormField = (
  given: FormProps & {
    name: CallbackField;
    label: string;
    hint?: ComponentChildren;
    optional?: boolean;
    children(ties: object): ComponentChildren;
  },
) => {
  const { name, hint } = given;
  const wrong = wrongText(given, name);
  const id = `foyer-call-${name}`;
  return (
    <div class="field">
      <label for={id}>
        {given.label}{' '}
        {given.optional && <span class="soft">({given.surface.context.texts.get('optional')})</span>}
      </label>
      {given.children({ id, name, 'aria-invalid': Boolean(wrong), 'aria-describedby': `${id}-more` })}
      <p id={`${id}-more`} class={wrong ? 'wrong' : 'soft'} role="status">
        {wrong || hint}
      </p>
    </div>
  );
};
