import { useSignal } from '@preact/signals';
import type { Comment } from '../../shared/comments/schema.ts';
import { useComments } from './context.ts';

/** The button that reports a comment to staff, or that it was. */
export const ReportButton = ({ comment }: { comment: Comment }) => {
  const { comments, say } = useComments();
  const isReported = useSignal(false);
  return isReported.value ? (
    <span class="soft" role="status">
      {say('reported')}
    </span>
  ) : (
    <button
      type="button"
      class="text quiet"
      title={say('sureReport')}
      onClick={async () => {
        isReported.value = await comments.own.report(comment.id);
      }}
    >
      {say('report')}
    </button>
  );
};
