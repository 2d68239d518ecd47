import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { isClosed } from '../../../shared/callbacks/machine.ts';
import type { StaffCallback } from '../../../shared/callbacks/schema.ts';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { useStaff } from '../../core/staff/context.ts';
import { When } from '../../core/staff/When.tsx';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import './styles.ts';
import { CallbackHistory } from './CallbackHistory.tsx';
import { DueLine, NumberLine, StateLine } from './CallbackLines.tsx';
import { CallbackSteps } from './CallbackSteps.tsx';
import { createCallback } from './model.ts';
import { Outcomes } from './Outcomes.tsx';
import { ReassignDialog } from './ReassignDialog.tsx';
import { texts as callWords } from './texts.ts';

/** A call is near so long before it is due, milliseconds. */
const near = 15 * 60_000;

/** Whether somebody could be calling: for a call of tomorrow there is no outcome to tell. */
const isNear = ({ state, soon, dueAt }: StaffCallback, now: number): boolean =>
  soon || state === 'calling' || state === 'due' || state === 'no_answer' || (dueAt ?? 0) - now < near;

/** A promised call on top of its conversation: when, what number, what can be done, and what was done. */
export const CallbackPanel = ({ thread }: { thread: InboxThread }) => {
  const staff = useStaff();
  const texts = useFeatureTexts(callWords);
  const { id, lastSeq, promise, status } = thread.conversation;
  const model = useMemo(() => createCallback(staff, id), [staff, id]);
  const over = useSignal<'when' | 'who' | null>(null);
  // Whatever happens to a call changes its conversation.
  useEffect(() => void model.load(), [model, lastSeq, promise?.at, status, thread.messages.length]);
  const found = model.now.value;
  if (!found || !texts) return <section class="call" aria-busy="true" />;
  const { call: callback, history } = found;
  const gone = (): void => {
    over.value = null;
  };
  return (
    <section class="call" aria-label={texts.calls}>
      <StateLine callback={callback} texts={texts} />
      <NumberLine callback={callback} texts={texts} dial={() => void model.take({ step: 'call_started' })} />
      <DueLine callback={callback} texts={texts} />
      {model.wasChanged.value && (
        <p class="notice" role="status">
          {texts.changed}
        </p>
      )}
      {!isClosed(callback.state) && (
        <>
          <CallbackSteps
            model={model}
            texts={texts}
            onOpen={(dialog) => {
              over.value = dialog;
            }}
          />
          {isNear(callback, staff.now.value) && <Outcomes model={model} texts={texts} />}
        </>
      )}
      <CallbackHistory history={history} texts={texts} />
      {over.value === 'when' && (
        <When
          title={texts.when}
          choose={(start) => void model.take({ step: 'reschedule', start })}
          gone={gone}
        />
      )}
      {over.value === 'who' && <ReassignDialog model={model} texts={texts} onClose={gone} />}
    </section>
  );
};
