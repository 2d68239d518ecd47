import { useSignal } from '@preact/signals';
import { type Outcome, outcomes } from '../../../shared/callbacks/machine.ts';
import type { CallbackModel } from './model.ts';
import type { StaffTexts } from './texts.ts';

/** Outcomes of a call, each one tap; a note may go with it. */
export const Outcomes = ({ model, texts }: { model: CallbackModel; texts: StaffTexts }) => {
  const note = useSignal('');
  // biome-ignore lint/style/noNonNullAssertion: drawn only once the callback is loaded
  const { call: callback } = model.now.value!;
  const offered = outcomes.filter((one) => callback.steps.includes(one));
  const take = async (step: Outcome): Promise<void> => {
    const text = note.value.trim();
    if (await model.take({ step, ...(text && { note: text }) })) note.value = '';
  };
  return (
    <fieldset class="outcomes">
      <legend>{texts.outcome}</legend>
      <div class="row-of-buttons">
        {offered.map((one) => (
          <button key={one} type="button" disabled={model.busy.value} onClick={() => take(one)}>
            {texts[`step_${one}`]}
          </button>
        ))}
      </div>
      <input
        type="text"
        dir="auto"
        maxLength={2_000}
        aria-label={texts.note}
        placeholder={texts.note}
        value={note.value}
        onInput={(event) => {
          note.value = event.currentTarget.value;
        }}
      />
    </fieldset>
  );
};
