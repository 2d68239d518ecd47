import { postReport } from '../../shared/core/conversations/endRoutes.ts';
import type { Message } from '../../shared/core/conversations/schema.ts';
import { clockTime } from '../core/text/times.ts';
import { useLocalSignal } from '../core/ui/hooks.ts';
import { Problem, useAction } from './useAction.tsx';
import { Card } from './Card.tsx';
import type { CardProps } from './cardProps.ts';

/** So many of the newest can be chosen from. */
const max = 5;

/** Tells the people in charge about a message of staff. */
export const ReportCard = (given: CardProps & { messages: readonly Message[]; onDone(): void }) => {
  const { texts, text, id, call } = given;
  const action = useAction();
  const shown = given.messages.slice(-max);
  // biome-ignore lint/style/noNonNullAssertion: the card is offered only where there are messages to report
  const chosen = useLocalSignal(shown.at(-1)!.id);
  const send = async (): Promise<void> => {
    if (
      await action.run(() =>
        call(postReport, { path: { conversation: id }, body: { message: chosen.value } }),
      )
    )
      given.onDone();
  };
  return (
    <Card title={text('report')} onSubmit={() => void send()}>
      <fieldset class="choices">
        <legend class="soft">{text('reportLead')}</legend>
        {shown.map(({ id: message, author, at, body, attachments }) => (
          <label key={message} class="agree">
            <input
              type="radio"
              name="message"
              checked={chosen.value === message}
              onChange={() => {
                chosen.value = message;
              }}
            />
            <span class="words">
              <span class="clip" dir="auto">
                {body.trim() || attachments.map(({ name }) => name).join(', ')}
              </span>
              <span class="soft">
                <bdi>{author.name || texts.get('team')}</bdi> · {clockTime(texts, at)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <Problem texts={texts} text={text} action={action} />
      <span class="actions">
        <button type="submit" class="primary" disabled={action.busy.value}>
          {text('reportSend')}
        </button>
        <button type="button" class="text" onClick={given.onClose}>
          {text('cancel')}
        </button>
      </span>
    </Card>
  );
};
