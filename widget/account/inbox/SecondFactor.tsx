import { useSignal } from '@preact/signals';
import type { Enrolment } from '../../../shared/account/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import type { AccountModel } from './model.ts';
import { Codes, ConfirmFactor, SwitchFactor } from './secondFactorSteps.tsx';
import type { AccountWords } from './words.ts';

/** The second factor: on, off, and the steps between. */
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
  const enrolment = useSignal<Enrolment | null>(null);
  const codes = useSignal<readonly string[] | null>(null);
  const isOn = since !== null;
  const draw = () => {
    if (codes.value)
      return (
        <Codes
          codes={codes.value}
          words={words}
          onKept={() => {
            codes.value = null;
          }}
        />
      );
    if (enrolment.value)
      return (
        <ConfirmFactor
          model={model}
          enrolment={enrolment.value}
          words={words}
          onConfirmed={(given) => {
            codes.value = given;
            enrolment.value = null;
            onStep(null);
            void model.load();
          }}
        />
      );
    if (step)
      return (
        <SwitchFactor
          model={model}
          isTurningOn={step === 'on'}
          words={words}
          onEnrol={(given) => {
            enrolment.value = given;
          }}
          onDone={() => {
            model.refused.value = {};
            onStep(null);
          }}
        />
      );
    return (
      <button type="button" onClick={() => onStep(isOn ? 'off' : 'on')}>
        {isOn ? words.turnOff : words.turnOn}
      </button>
    );
  };
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
      {draw()}
    </section>
  );
};
