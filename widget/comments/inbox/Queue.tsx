import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useStaff } from '../../core/staff/context.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { Decided } from './Decided.tsx';
import { QueueHead } from './QueueHead.tsx';
import { listenToQueueKeys } from '../../core/staff/queueKeys.ts';
import { createQueue } from './queueModel.ts';
import { QueueRow } from './QueueRow.tsx';
import './styles.ts';
import { texts as staffTexts } from './texts.ts';

/** Comments that wait for the team, and all others by their state: read, decided and answered by keyboard. */
export const Queue = () => {
  const staff = useStaff();
  const texts = useFeatureTexts(staffTexts);
  const [queue] = useState(() => createQueue(staff));
  const answering = useSignal<string | null>(null);
  const answer = (id: string | null): void => {
    answering.value = id;
  };
  useEffect(() => void queue.load(), [staff.otherChanges.value]);
  useEffect(() => queue.dispose, [queue]);
  useLayoutEffect(
    () =>
      listenToQueueKeys(queue, {
        a: () => queue.decide('approve'),
        s: () => queue.decide('spam'),
        '#': () => queue.decide('delete'),
        z: () => queue.undo(),
        r: () => answer(queue.current.value),
      }),
    [queue],
  );
  if (!texts) return null;
  const rows = queue.rows.value;
  return (
    <section class="queue work-queue comment-queue" aria-labelledby="comments-title">
      <QueueHead queue={queue} texts={texts} onShow={() => answer(null)} />
      {rows?.length === 0 && (
        <p class="empty">
          {queue.search.value.trim() ? texts.noneFound : texts[`empty_${queue.state.value}`]}
        </p>
      )}
      <ul>
        {rows?.map((comment) => (
          <QueueRow
            key={comment.id}
            comment={comment}
            queue={queue}
            texts={texts}
            answering={answering.value === comment.id}
            answer={answer}
          />
        ))}
      </ul>
      {queue.hasMore.value && (
        <button type="button" onClick={() => void queue.more()}>
          {texts.more}
        </button>
      )}
      <Decided queue={queue} texts={texts} />
    </section>
  );
};
