import { useSignal } from '@preact/signals';
import type { Enrolment } from '../../../shared/account/schema.ts';
import type { AccountModel } from './model.ts';
import { Codes, ConfirmFactor, SwitchFactor } from './secondFactorSteps.tsx';
import type { AccountTexts } from './texts.ts';

/** The step at which turning the second factor on or off is; the button that begins it while nothing was begun. */
export const SecondFactorStep = ({
  model,
  isOn,
  step,
  onStep,
  texts,
}: {
  model: AccountModel;
  isOn: boolean;
  step: 'on' | 'off' | null;
  onStep(step: 'on' | 'off' | null): void;
  texts: AccountTexts;
}) => {
  const enrolment = useSignal<Enrolment | null>(null);
  const codes = useSignal<readonly string[] | null>(null);
  if (codes.value)
    return (
      <Codes
        codes={codes.value}
        texts={texts}
        onSaved={() => {
          codes.value = null;
        }}
      />
    );
  if (enrolment.value)
    return (
      <ConfirmFactor
        model={model}
        enrolment={enrolment.value}
        texts={texts}
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
        texts={texts}
        onEnrol={(given) => {
          enrolment.value = given;
        }}
        onDone={() => {
          model.forgetRefused();
          onStep(null);
        }}
      />
    );
  return (
    <button type="button" onClick={() => onStep(isOn ? 'off' : 'on')}>
      {isOn ? texts.turnOff : texts.turnOn}
    </button>
  );
};
