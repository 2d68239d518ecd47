import { failureText } from '../core/text/failureText.ts';
import { inText, whenText } from '../core/text/times.ts';
import { Notice } from '../core/ui/parts.tsx';
import type { FormProps } from './FormField.tsx';

/** Notice about the sending: unsent, limited or refused. */
export const SendingNotice = ({ surface, text, request }: FormProps) => {
  const { texts } = surface.context;
  const refusal = request.refusal.value;
  const { when } = request.input.value;
  const instead = request.instead.value;
  if (request.state.value === 'waiting') return <Notice bad>{text('callUnsent')}</Notice>;
  // Not before another attempt can be made: whoever reads it may press at once.
  if (instead && typeof when === 'number' && request.state.value !== 'sending')
    return <Notice bad>{text(instead, { when: whenText(texts, when, Date.now()) })}</Notice>;
  if (!refusal) return null;
  return (
    <Notice bad>
      {refusal.code === 'limited'
        ? text('callTooMany', { when: inText(texts, refusal.retryAfter || 60) })
        : refusal.fields['number'] === 'already_there'
          ? texts.get('checkFields')
          : failureText(texts, refusal)}
    </Notice>
  );
};
