import type { StaffInvitation } from '../../../shared/invitations/routes.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { Counts } from '../../core/staff/editing/Page.tsx';
import { fill } from '../../core/text/fill.ts';
import type { StaffWords } from './words.ts';

const points = (tag: string, share: number): string =>
  new Intl.NumberFormat(tag, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(share * 100);

/** What came of an invitation, and with a goal, what it was good for. */
export const Outcome = ({ known, words }: { known: StaffInvitation; words: StaffWords }) => {
  const { tag } = useLanguage();
  const { counts, lift, rule } = known;
  const number = new Intl.NumberFormat(tag);
  return (
    <Counts
      rows={[
        [words.shown, counts.shown],
        [words.taken, counts.acted],
        [words.dismissed, counts.dismissed],
        ...(rule.goal
          ? ([
              [words.held, counts.held],
              [words.goal, `${number.format(counts.goalsShown)} / ${number.format(counts.goalsHeld)}`],
              [
                words.lift,
                lift
                  ? fill(words.liftText, {
                      value: points(tag, lift.value),
                      from: points(tag, lift.from),
                      to: points(tag, lift.to),
                    })
                  : words.liftNone,
              ],
            ] as const)
          : []),
      ]}
    />
  );
};
