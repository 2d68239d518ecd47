import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { getMadeQuestion } from '../../../shared/ask/staffRoutes.ts';
import type { MadeQuestion } from '../../../shared/ask/staffSchema.ts';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { PublicQuestion } from './PublicQuestion.tsx';
import type { Made } from './made.ts';
import { PublishDialog } from './PublishDialog.tsx';

/** Staff actions on a conversation that came from ask: publish, mark as official, unpublish. */
export const AskActions = ({ thread }: { thread: InboxThread }) => {
  const staff = useStaff();
  const { texts } = useLanguage();
  const made = useSignal<Made | null>(null);
  const writing = useSignal(false);
  const { id } = thread.conversation;
  const published = thread.conversation.published?.question ?? null;

  const takesAnswers = useSignal(false);
  const count = useSignal(0);
  const reload = (): void => {
    count.value++;
  };
  // Whether it may be published without an answer is to be known before there is one.
  const isWanted = published !== null || thread.conversation.kind === 'ask';

  useEffect(() => {
    made.value = null;
  }, [id]);
  useEffect(() => {
    let left = false;
    if (isWanted)
      void staff.attempt(staff.call(getMadeQuestion, { path: { conversation: id } })).then((reply) => {
        if (!left) take(reply);
      });
    return () => {
      left = true;
    };
  }, [id, published, isWanted, staff.otherChanges.value, count.value]);

  const take = (reply: MadeQuestion | null): void => {
    if (!reply) return;
    made.value = reply.question;
    takesAnswers.value = reply.takesAnswers;
  };
  const answered = thread.messages.some(
    (message) => message.author.kind === 'staff' && message.visibility === 'public',
  );
  const question = made.value;
  if (!question && !answered && !takesAnswers.value)
    // Only what came as a question is expected to become public: elsewhere nothing is said before it can be done.
    return thread.conversation.kind === 'ask' ? <p class="feature quiet">{texts.replyFirst}</p> : null;
  return (
    <div class="feature">
      {question && (
        <PublicQuestion
          conversation={id}
          question={question}
          takesAnswers={takesAnswers.value}
          onChange={take}
          reload={reload}
        />
      )}
      <button
        type="button"
        class="link"
        onClick={() => {
          writing.value = true;
        }}
      >
        {question ? texts.changePublic : texts.makePublic}
      </button>
      {writing.value && (
        <PublishDialog
          thread={thread}
          made={question}
          close={(reply) => {
            writing.value = false;
            take(reply);
          }}
        />
      )}
    </div>
  );
};
