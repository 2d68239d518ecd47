import { useSignal } from '@preact/signals';
import type { Comment } from '../../shared/comments/schema.ts';
import { Confirm } from './Confirm.tsx';
import { useComments } from './context.ts';

/** The button that reports a comment to staff, or that it was. */
export const ReportButton = ({ comment }: { comment: Comment }) => {
  const { comments, text } = useComments();
  const isReported = useSignal(false);
  const isAsking = useSignal(false);
  const close = (): void => {
    isAsking.value = false;
  };
  if (isAsking.value)
    return (
      <Confirm
        question={text('sureReport')}
        label={text('report')}
        act={async () => {
          isReported.value = await comments.own.report(comment.id);
          close();
        }}
        onDone={close}
      />
    );
  return isReported.value ? (
    <span class="soft" role="status">
      {text('reported')}
    </span>
  ) : (
    <button
      type="button"
      class="text quiet"
      onClick={() => {
        isAsking.value = true;
      }}
    >
      {text('report')}
    </button>
  );
};
