import type { OwnComment } from '../../shared/comments/schema.ts';
import { useComments } from './context.ts';

/** Tells the author of a comment that it waits for staff, and why. */
export const PendingNotice = ({ reason }: Pick<OwnComment, 'reason'>) => {
  const { text } = useComments();
  return (
    <p class="notice">
      {text('waits')}{' '}
      {text(
        /^(?:always|first|links|edited|reported)$/.test(reason ?? '')
          ? (`why_${reason}` as 'why_first')
          : 'why_held',
      )}
    </p>
  );
};
