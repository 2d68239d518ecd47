import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { listStaffComments } from '../../../shared/comments/routes.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';

/** The number of waiting comments, beside the link to them. */
export const Count = () => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const waiting = useSignal(0);
  const changes = staff.otherChanges.value;
  useEffect(() => {
    // Quietly: that it cannot be had is said where the comments are.
    staff.call(listStaffComments, { query: { state: 'pending' } }).then(
      ({ counts }) => {
        waiting.value = counts.pending + counts.reported;
      },
      () => {},
    );
  }, [changes]);
  return waiting.value > 0 ? (
    <span class="count">{new Intl.NumberFormat(tag).format(waiting.value)}</span>
  ) : null;
};
