import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useStaff } from '../../core/staff/context.ts';
import { useFeatureWords } from '../../core/staff/words.ts';
import { Decided } from './Decided.tsx';
import { QueueHead } from './QueueHead.tsx';
import { listenToQueueKeys } from './queueKeys.ts';
import { createQueue } from './queueModel.ts';
import { QueueRow } from './QueueRow.tsx';
import './styles.ts';
import { words as staffWords } from './words.ts';

/** Comments that wait for the team, and all others by their state: read, decided and answered by keyboard. */
export const Queue = () => {
  const staff = useStaff();
  const words = useFeatureWords(staffWords);
  const [queue] = useState(() => createQueue(staff));
  const answering = useSignal<string | null>(null);
  const answer = (id: string | null): void => {
    answering.value = id;
  };
  useEffect(() => void queue.load(), [staff.otherChanges.value]);
  useEffect(() => queue.dispose, [queue]);
  useLayoutEffect(() => listenToQueueKeys(queue, answer), [queue]);
  if (!words) return null;
  const rows = queue.rows.value;
  return (
    <section class="comment-queue" aria-labelledby="comments-title">
      <QueueHead queue={queue} words={words} onShow={() => answer(null)} />
      {rows?.length === 0 && (
        <p class="empty">
          {queue.search.value.trim() ? words.noneFound : words[`empty_${queue.state.value}`]}
        </p>
      )}
      <ul>
        {rows?.map((comment) => (
          <QueueRow
            key={comment.id}
            comment={comment}
            queue={queue}
            words={words}
            answering={answering.value === comment.id}
            answer={answer}
          />
        ))}
      </ul>
      {queue.hasMore.value && (
        <button type="button" onClick={() => void queue.more()}>
          {words.more}
        </button>
      )}
      <Decided queue={queue} words={words} />
    </section>
  );
};
