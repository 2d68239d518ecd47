import type { Message } from '../../../shared/core/conversations/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import { splitConversation, undoSplit } from '../../../shared/inbox/routes.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { useInbox } from '../context.ts';

/** Makes a conversation of its own of a message and those after it, and opens that. */
export const SplitButton = ({ message }: { message: Message }) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const first = inbox.thread.now.value?.messages.find(
    ({ author, visibility }) => author.kind !== 'system' && visibility === 'public',
  );
  // With the first one nothing would be left.
  if (!first || first.seq >= message.seq || message.visibility !== 'public') return null;
  const split = async (): Promise<void> => {
    const path = { conversation: message.conversation };
    const reply = await inbox.attempt(
      inbox.call(splitConversation, { path, body: { id: newId(), message: message.id } }),
    );
    if (reply) inbox.open(reply.conversation.id);
  };
  return (
    <>
      {' '}
      <button type="button" class="link remove" onClick={() => void split()}>
        {texts.split}
      </button>
    </>
  );
};

/** Leads from one half of a split to the other; from what stayed, undoes it, too. */
export const SplitLinks = ({ other, mayUndo }: { other: string; mayUndo: boolean }) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const undo = async (): Promise<void> => {
    const reply = await inbox.attempt(inbox.call(undoSplit, { path: { conversation: other } }));
    if (reply) inbox.thread.reload();
  };
  return (
    <>
      {' '}
      <button type="button" class="link" onClick={() => inbox.open(other)}>
        {texts.openOther}
      </button>
      {mayUndo && (
        <>
          {' '}
          <button type="button" class="link" onClick={() => void undo()}>
            {texts.undoSplit}
          </button>
        </>
      )}
    </>
  );
};
