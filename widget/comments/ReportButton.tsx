import { useSignal } from '@preact/signals';
import type { Comment } from '../../shared/comments/schema.ts';
import { useComments } from './context.ts';

/** The button that reports a comment to staff; what it asks is loaded when it is pressed. */
export const ReportButton = ({ comment }: { comment: Comment }) => {
  const { comments, text } = useComments();
  const asked = useSignal<typeof import('./askingEntry.ts') | null>(null);
  if (asked.value)
    return (
      <asked.value.Report
        comment={comment}
        onDone={() => {
          asked.value = null;
        }}
      />
    );
  return (
    <button
      type="button"
      class="text quiet"
      onClick={() =>
        comments.own.attempt(async () => {
          asked.value = await import('./askingEntry.ts');
        })
      }
    >
      {text('report')}
    </button>
  );
};
