import type { VisitorCall } from '../../shared/callbacks/schema.ts';
import type { CallProps } from './callText.ts';

/** Asks once more before a call is cancelled. */
export const CancelCall = ({ say, own, onDone }: Pick<CallProps, 'say' | 'own'> & { onDone(): void }) => (
  <div class="stack">
    <strong>{say('callSure')}</strong>
    <span class="actions">
      <button
        type="button"
        class="primary"
        disabled={own.busy.value}
        onClick={() => void own.cancel().then(onDone)}
      >
        {say('callCancel')}
      </button>
      <button type="button" class="text" onClick={onDone}>
        {say('callKeep')}
      </button>
    </span>
  </div>
);

/** What the visitor can do about their call. */
export const CallActions = ({
  say,
  own,
  call,
  isMissed,
  onOpen,
}: Pick<CallProps, 'say' | 'own'> & {
  call: VisitorCall;
  isMissed: boolean;
  onOpen(card: 'move' | 'cancel'): void;
}) => (
  <span class="actions">
    {!isMissed && (
      <button type="button" onClick={() => onOpen('move')}>
        {say('callMove')}
      </button>
    )}
    <button type="button" onClick={() => onOpen('cancel')}>
      {say('callCancel')}
    </button>
    {call.slot && (
      <button type="button" class="text" onClick={() => void own.saveCalendar()}>
        {say('callCalendar')}
      </button>
    )}
  </span>
);
