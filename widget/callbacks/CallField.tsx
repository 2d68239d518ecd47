import type { ComponentChildren } from 'preact';
import type { ConversationsPart, Surface } from '../core/context.ts';
import { fieldText } from '../core/text/failureText.ts';
import type { CallbackRequest } from './request.ts';
import type { CallbackField } from './requestDraft.ts';
import type { Say } from './words.ts';

/** What every part of the form for a call is given. */
export type CallFormProps = { surface: Surface; part: ConversationsPart; say: Say; request: CallbackRequest };

/** Why one field was refused, in words of calls where they have any. */
export const wrongText = ({ surface, say, request }: CallFormProps, name: CallbackField): string => {
  const code = request.errors.value[name];
  if (code === 'not_phone' || code === 'too_short') return say('callNotPhone');
  if (code === 'not_callable') return say('callNotCallable');
  if (code === 'already_there') return say('callAlready');
  if (name === 'consent' && code) return say('callAgree');
  return fieldText(surface.context.texts, code);
};

/** A labelled control with its hint, or with why it was refused. */
export const CallField = (
  given: CallFormProps & {
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
        {given.optional && <span class="soft">({given.surface.context.texts.say('optional')})</span>}
      </label>
      {given.children({ id, name, 'aria-invalid': Boolean(wrong), 'aria-describedby': `${id}-more` })}
      <p id={`${id}-more`} class={wrong ? 'wrong' : 'soft'} role="status">
        {wrong || hint}
      </p>
    </div>
  );
};
