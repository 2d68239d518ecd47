import { useLanguage } from '../../core/staff/context.ts';
import { counted } from '../../core/staff/i18n.ts';
import type { QueueModel } from './queueModel.ts';
import type { StaffWords } from './words.ts';

/** What was just decided, with a way back. */
export const Decided = ({ queue, words }: { queue: QueueModel; words: StaffWords }) => {
  const { texts, tag } = useLanguage();
  const held = queue.held.value;
  return (
    <div class="toast" role="status">
      {held && (
        <p>
          <span>{counted(tag, words[`decided_${held.decision}`], held.ids.length)}</span>
          <button type="button" class="link" onClick={() => queue.undo()}>
            {texts.undo}
          </button>
        </p>
      )}
    </div>
  );
};
