import { useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import type { AccountModel } from './model.ts';
import { SecondFactorStep } from './SecondFactorStep.tsx';
import type { AccountWords } from './words.ts';

/** The second factor: whether it is on, and the steps that switch it. */
export const SecondFactor = ({
  model,
  since,
  codesLeft,
  step,
  onStep,
  words,
}: {
  model: AccountModel;
  /** Null while it is off. */
  since: number | null;
  codesLeft: number;
  step: 'on' | 'off' | null;
  onStep(step: 'on' | 'off' | null): void;
  words: AccountWords;
}) => {
  const { tag } = useLanguage();
  const isOn = since !== null;
  return (
    <section class="card" aria-labelledby="account-factor">
      <h3 id="account-factor">{words.factor}</h3>
      <p class="quiet">
        {isOn
          ? fill(words.factorOn, {
              when: new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }).format(since),
              count: codesLeft,
            })
          : words.factorOff}
      </p>
      <SecondFactorStep model={model} isOn={isOn} step={step} onStep={onStep} words={words} />
    </section>
  );
};
