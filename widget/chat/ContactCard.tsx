import { postContact } from '../../shared/core/conversations/endRoutes.ts';
import { Problem, useAction } from './useAction.tsx';
import { Card } from './Card.tsx';
import { EmailField, useEmail } from './EmailField.tsx';
import type { CardProps } from './cardProps.ts';

/**
 * Takes an address for the answers that come when the visitor is gone.
 * @param title what it is for; @param onKept told the address
 */
export const ContactCard = (
  given: CardProps & { title: string; isAsked: boolean; onSaved(email: string): void },
) => {
  const { texts, text, id, call, email } = given;
  const action = useAction();
  const box = useEmail(email);
  const send = async (): Promise<void> => {
    const address = box.read();
    if (
      address &&
      (await action.run(() => call(postContact, { path: { conversation: id }, body: { email: address } })))
    )
      given.onSaved(address);
  };
  return (
    <Card title={given.title} isQuiet={!given.isAsked} onSubmit={() => void send()}>
      <p class="soft">{text('reachYou')}</p>
      <EmailField texts={texts} box={box} id="foyer-contact" />
      <Problem texts={texts} text={text} action={action} />
      <span class="actions">
        <button type="submit" class="primary" disabled={action.busy.value}>
          {texts.get(action.busy.value ? 'sending' : 'send')}
        </button>
        {given.isAsked && (
          <button type="button" class="text" onClick={given.onClose}>
            {text('cancel')}
          </button>
        )}
      </span>
    </Card>
  );
};
