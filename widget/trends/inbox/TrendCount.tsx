import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { listTrends } from '../../../shared/trends/routes.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';

/** The number of bursts that nobody has decided on, beside the link to them. */
export const TrendCount = () => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const current = useSignal(0);
  const changes = staff.otherChanges.value;
  useEffect(() => {
    // Quietly: that they cannot be had is said where they are.
    staff.call(listTrends, {}).then(
      ({ trends }) => {
        current.value = trends.filter(({ state }) => state === 'current').length;
      },
      () => {},
    );
  }, [changes]);
  return current.value > 0 ? (
    <span class="count">{new Intl.NumberFormat(tag).format(current.value)}</span>
  ) : null;
};
