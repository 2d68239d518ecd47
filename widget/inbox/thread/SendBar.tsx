import type { RefObject } from 'preact';
import { FilePicker } from '../../core/conversations/composer.tsx';
import { IconButton } from '../../core/staff/Icon.tsx';
import { useLanguage } from '../../core/staff/context.ts';
import type { ReplyComposer } from './replyComposer.ts';

/** The reply's buttons: files, canned replies, sending. */
export const SendBar = (given: { reply: ReplyComposer; field: RefObject<HTMLTextAreaElement | null> }) => {
  const { reply, field } = given;
  const { texts } = useLanguage();
  return (
    <div class="send">
      <FilePicker composer={reply.composer} field={field}>
        {(open) => <IconButton icon="clip" label={texts.attach} onClick={open} />}
      </FilePicker>
      <IconButton
        icon="canned"
        label={texts.canned}
        onClick={() => document.dispatchEvent(new CustomEvent('foyer-compose', { detail: 'canned' }))}
      />
      <span class="quiet">{texts.sendHint}</span>
      <button type="submit" class="primary">
        {reply.isNote.value ? texts.addNote : texts.send}
      </button>
    </div>
  );
};
