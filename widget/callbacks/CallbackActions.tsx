import type { VisitorCallback } from '../../shared/callbacks/schema.ts';
import type { CallbackProps } from './callbackText.ts';

/** Asks once more before a call is cancelled. */
export const CancelCallback = ({
  text,
  own,
  onDone,
}: Pick<CallbackProps, 'text' | 'own'> & { onDone(): void }) => (
  <div class="stack">
    <strong>{text('callSure')}</strong>
    <span class="actions">
      <button
        type="button"
        class="primary"
        disabled={own.busy.value}
        onClick={() => void own.cancel().then(onDone)}
      >
        {text('callCancel')}
      </button>
      <button type="button" class="text" onClick={onDone}>
        {text('callKeep')}
      </button>
    </span>
  </div>
);

/** The visitor's actions on their call. */
export const CallbackActions = ({
  text,
  own,
  callback,
  isMissed,
  onOpen,
}: Pick<CallbackProps, 'text' | 'own'> & {
  callback: VisitorCallback;
  isMissed: boolean;
  onOpen(card: 'move' | 'cancel'): void;
}) => (
  <span class="actions">
    {!isMissed && (
      <button type="button" onClick={() => onOpen('move')}>
        {text('callMove')}
      </button>
    )}
    <button type="button" onClick={() => onOpen('cancel')}>
      {text('callCancel')}
    </button>
    {callback.slot && (
      <button type="button" class="text" onClick={() => void own.saveCalendar()}>
        {text('callCalendar')}
      </button>
    )}
  </span>
);
