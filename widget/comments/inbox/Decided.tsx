import { useLanguage } from '../../core/staff/context.ts';
import { counted } from '../../core/staff/i18n.ts';
import type { QueueModel } from './queueModel.ts';
import type { StaffTexts } from './texts.ts';

/** The last decision, with a way back. */
export const Decided = ({ queue, texts }: { queue: QueueModel; texts: StaffTexts }) => {
  const { texts: inboxTexts, tag } = useLanguage();
  const held = queue.held.value;
  return (
    <div class="toast" role="status">
      {held && (
        <p>
          <span>{counted(tag, texts[`decided_${held.decision}`], held.ids.length)}</span>
          <button type="button" class="link" onClick={() => queue.undo()}>
            {inboxTexts.undo}
          </button>
        </p>
      )}
    </div>
  );
};
