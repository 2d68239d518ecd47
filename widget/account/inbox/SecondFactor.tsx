import { useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import type { AccountModel } from './model.ts';
import { SecondFactorStep } from './SecondFactorStep.tsx';
import type { AccountTexts } from './texts.ts';

/** The second factor: whether it is on, and the steps that switch it. */
export const SecondFactor = ({
  model,
  since,
  codesLeft,
  step,
  onStep,
  texts,
}: {
  model: AccountModel;
  /** Null while it is off. */
  since: number | null;
  codesLeft: number;
  step: 'on' | 'off' | null;
  onStep(step: 'on' | 'off' | null): void;
  texts: AccountTexts;
}) => {
  const { tag } = useLanguage();
  const isOn = since !== null;
  return (
    <section class="card" aria-labelledby="account-factor">
      <h3 id="account-factor">{texts.factor}</h3>
      <p class="quiet">
        {isOn
          ? fill(texts.factorOn, {
              when: new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }).format(since),
              count: codesLeft,
            })
          : texts.factorOff}
      </p>
      <SecondFactorStep model={model} isOn={isOn} step={step} onStep={onStep} texts={texts} />
    </section>
  );
};
