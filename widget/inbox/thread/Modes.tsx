import { useLanguage } from '../../core/staff/context.ts';
import type { ReplyComposer } from './replyComposer.ts';

/** Whether a reply or a note is written, and whether it is previewed. */
export const Modes = ({ reply, choose }: { reply: ReplyComposer; choose(mode: 'reply' | 'note'): void }) => {
  const { texts } = useLanguage();
  const isNote = reply.isNote.value;
  const isPreviewed = reply.isPreviewed.value;
  return (
    <div class="modes" role="group" aria-label={texts.reply}>
      <button type="button" aria-pressed={!isNote} onClick={() => choose('reply')}>
        {texts.reply}
      </button>
      <button type="button" aria-pressed={isNote} onClick={() => choose('note')}>
        {texts.note}
      </button>
      <button
        type="button"
        class="to-end"
        aria-pressed={isPreviewed}
        disabled={!reply.composer.text.value.trim()}
        onClick={() => {
          reply.isPreviewed.value = !isPreviewed;
        }}
      >
        {texts.preview}
      </button>
    </div>
  );
};
