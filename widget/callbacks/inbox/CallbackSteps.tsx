import type { CallbackModel } from './model.ts';
import { useStaff } from '../../core/staff/context.ts';
import type { StaffTexts } from './texts.ts';

/** The steps that staff can take now, a button each. */
export const CallbackSteps = ({
  model,
  texts,
  onOpen,
}: {
  model: CallbackModel;
  texts: StaffTexts;
  onOpen(dialog: 'when' | 'who'): void;
}) => {
  const staff = useStaff();
  // biome-ignore lint/style/noNonNullAssertion: drawn only once the callback is loaded
  const { call: callback } = model.now.value!;
  const may = (step: string): boolean => callback.steps.includes(step);
  return (
    <div class="row-of-buttons">
      {may('accept') && callback.owner?.id !== staff.me.id && (
        <button
          type="button"
          class="primary"
          disabled={model.busy.value}
          onClick={() => model.take({ step: 'accept' })}
        >
          {texts.step_accept}
        </button>
      )}
      {may('call_ended') && (
        <button type="button" disabled={model.busy.value} onClick={() => model.take({ step: 'call_ended' })}>
          {texts.step_call_ended}
        </button>
      )}
      {may('reschedule') && (
        <button type="button" onClick={() => onOpen('when')}>
          {texts.step_reschedule}
        </button>
      )}
      {may('reassign') && (
        <button type="button" onClick={() => onOpen('who')}>
          {texts.step_reassign}
        </button>
      )}
      {may('cancel') && (
        <button
          type="button"
          class="link"
          disabled={model.busy.value}
          onClick={() => model.take({ step: 'cancel' })}
        >
          {texts.step_cancel}
        </button>
      )}
    </div>
  );
};
