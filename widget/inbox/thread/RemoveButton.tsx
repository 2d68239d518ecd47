import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../../shared/core/conversations/schema.ts';
import { redactMessage } from '../../../shared/inbox/routes.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { useInbox } from '../context.ts';

/** Asks what of a message goes for good: one of its files, or all of it. */
const RemoveDialog = ({ message, done }: { message: Message; done(): void }) => {
  const staff = useStaff();
  const inbox = useInbox();
  const { texts } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [file, setFile] = useState<string | undefined>(undefined);
  useEffect(() => dialog.current?.showModal(), []);
  const remove = async (): Promise<void> => {
    const path = { conversation: message.conversation, message: message.id };
    const reply = await staff.attempt(
      staff.call(redactMessage, { path, body: file === undefined ? {} : { file } }),
    );
    if (reply) inbox.thread.addMessage(reply.message);
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} aria-labelledby="remove-title" onClose={done}>
      <h3 id="remove-title">{texts.removeTitle}</h3>
      <p>{texts.removeLead}</p>
      {message.attachments.length > 0 &&
        [{ id: undefined, name: texts.removeWhole }, ...message.attachments].map(({ id, name }) => (
          <label key={id ?? ''} class="check">
            <input type="radio" name="removed" checked={file === id} onChange={() => setFile(id)} />
            <bdi>{name}</bdi>
          </label>
        ))}
      <div class="dialog-actions">
        <button type="button" onClick={() => dialog.current?.close()}>
          {texts.cancel}
        </button>
        <button type="button" class="primary" onClick={() => void remove()}>
          {texts.removeNow}
        </button>
      </div>
    </dialog>
  );
};

/** Takes away what a message says: a card number, a password, a file. */
export const RemoveButton = ({ message }: { message: Message }) => {
  const { texts } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {' '}
      <button type="button" class="link remove" onClick={() => setAsking(true)}>
        {texts.removeContent}
      </button>
      {isAsking && <RemoveDialog message={message} done={() => setAsking(false)} />}
    </>
  );
};
