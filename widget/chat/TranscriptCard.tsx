import { postTranscript } from '../../shared/core/conversations/endRoutes.ts';
import type { TranscriptReply } from '../../shared/core/conversations/endSchema.ts';
import { newId } from '../../shared/core/ids.ts';
import { useConstant, useLocalSignal, useMountEffect } from '../core/ui/hooks.ts';
import { Notice } from '../core/ui/parts.tsx';
import { Problem, useAction } from './useAction.tsx';
import { Card } from './Card.tsx';
import { EmailField, useEmail } from './EmailField.tsx';
import type { CardProps } from './cardProps.ts';

/** Whether it was accepted is asked after so long, milliseconds: the first soon, then with patience. */
const looks = [1_500, 3_000, 6_000, 12_000, 24_000, 48_000];

/** Text of what became of the mail. */
const stateKeys = {
  unconfirmed: 'mailUnconfirmed',
  sent: 'mailSent',
  unsent: 'mailUnsent',
  failed: 'mailFailed',
  bounced: 'mailFailed',
} as const;

/** Asks for what was written as a mail, and says how that goes. */
export const TranscriptCard = ({ texts, text, id, call, email, onClose }: CardProps) => {
  const action = useAction();
  const box = useEmail(email);
  const asked = useLocalSignal<{ id: string; email: string; state: TranscriptReply['state'] } | null>(null);
  const tried = useLocalSignal<{ id: string; email: string } | null>(null);
  const next = useConstant(() => ({ timer: undefined as ReturnType<typeof setTimeout> | undefined }));
  useMountEffect(() => () => clearTimeout(next.timer));
  const post = (body: { id: string; email: string }) =>
    call(postTranscript, { path: { conversation: id }, body });
  const look = (turn: number): void => {
    if (turn < looks.length)
      next.timer = setTimeout(async () => {
        // biome-ignore lint/style/noNonNullAssertion: polled only after it was asked for
        const now = asked.value!;
        // The same id again sends nothing.
        const found = await post({ id: now.id, email: now.email }).catch(() => null);
        if (found) asked.value = { ...now, state: found.state };
        if (!found || found.state === 'waiting' || found.state === 'sending') look(turn + 1);
      }, looks[turn]);
  };
  const send = (): void => {
    const address = box.read();
    if (!address) return;
    // An answer that was lost is asked for again; another address is another mail.
    const known = tried.value?.email === address ? tried.value.id : newId();
    tried.value = { id: known, email: address };
    void action.run(async () => {
      // biome-ignore lint/style/noNonNullAssertion: `tried` is set before each attempt
      const { state } = await post(tried.value!);
      // biome-ignore lint/style/noNonNullAssertion: `tried` is set before each attempt
      asked.value = { ...tried.value!, state };
      look(0);
    });
  };
  const now = asked.value;
  if (now)
    return (
      <Notice bad={now.state === 'unsent' || now.state === 'failed' || now.state === 'bounced'}>
        {text(stateKeys[now.state as 'sent'] ?? 'onItsWay', { email: now.email })}
      </Notice>
    );
  return (
    <Card title={text('transcript')} onSubmit={send}>
      <p class="soft">{text('transcriptLead')}</p>
      <EmailField texts={texts} box={box} id="foyer-transcript" />
      {action.problem.value?.code === 'forbidden' ? (
        <Notice bad>{text('noMails')}</Notice>
      ) : (
        <Problem texts={texts} text={text} action={action} />
      )}
      <span class="actions">
        <button type="submit" class="primary" disabled={action.busy.value}>
          {texts.get(action.busy.value ? 'sending' : 'send')}
        </button>
        <button type="button" class="text" onClick={onClose}>
          {text('cancel')}
        </button>
      </span>
    </Card>
  );
};
