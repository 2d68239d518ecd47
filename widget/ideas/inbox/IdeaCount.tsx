import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { listStaffIdeas } from '../../../shared/ideas/staffRoutes.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';

/** The number of waiting ideas, beside the link to them. */
export const IdeaCount = () => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const waiting = useSignal(0);
  const changes = staff.otherChanges.value;
  useEffect(() => {
    // Quietly: that it cannot be had is said where the ideas are.
    staff.call(listStaffIdeas, { query: { state: 'waiting' } }).then(
      (reply) => {
        waiting.value = reply.waiting;
      },
      () => {},
    );
  }, [changes]);
  return waiting.value > 0 ? (
    <span class="count">{new Intl.NumberFormat(tag).format(waiting.value)}</span>
  ) : null;
};
