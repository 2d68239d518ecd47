import type { StaffInvitation } from '../../../shared/invitations/routes.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { Counts } from '../../core/staff/editing/Page.tsx';
import { fill } from '../../core/text/fill.ts';
import type { StaffTexts } from './texts.ts';

const points = (tag: string, share: number): string =>
  new Intl.NumberFormat(tag, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(share * 100);

/** The outcome of an invitation, and with a goal, its lift. */
export const Outcome = ({ known, texts }: { known: StaffInvitation; texts: StaffTexts }) => {
  const { tag } = useLanguage();
  const { counts, lift, rule } = known;
  const number = new Intl.NumberFormat(tag);
  return (
    <Counts
      rows={[
        [texts.shown, counts.shown],
        [texts.taken, counts.acted],
        [texts.dismissed, counts.dismissed],
        ...(rule.goal
          ? ([
              [texts.held, counts.held],
              [texts.goal, `${number.format(counts.goalsShown)} / ${number.format(counts.goalsHeld)}`],
              [
                texts.lift,
                lift
                  ? fill(texts.liftText, {
                      value: points(tag, lift.value),
                      from: points(tag, lift.from),
                      to: points(tag, lift.to),
                    })
                  : texts.liftNone,
              ],
            ] as const)
          : []),
      ]}
    />
  );
};
