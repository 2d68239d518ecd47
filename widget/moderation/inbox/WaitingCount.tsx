import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { listModerated } from '../../../shared/core/moderation/routes.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';

/** The number of items that wait or are reported, beside the link to them. */
export const WaitingCount = () => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const waiting = useSignal(0);
  const changes = staff.otherChanges.value;
  useEffect(() => {
    // Quietly: that it cannot be had is said where the items are.
    staff.call(listModerated, { query: { state: 'waiting' } }).then(
      ({ counts }) => {
        waiting.value = Object.values(counts).reduce((sum, one) => sum + one.waiting + one.reported, 0);
      },
      () => {},
    );
  }, [changes]);
  return waiting.value > 0 ? (
    <span class="count">{new Intl.NumberFormat(tag).format(waiting.value)}</span>
  ) : null;
};
