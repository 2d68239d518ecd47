import { isClosed } from '../../shared/callbacks/machine.ts';
import { failureText } from '../core/text/failureText.ts';
import { useLocalSignal } from '../core/ui/hooks.ts';
import { Notice, Waiting } from '../core/ui/parts.tsx';
import { CallbackActions, CancelCallback } from './CallbackActions.tsx';
import { type CallbackProps, callbackText } from './callbackText.ts';
import { MoveCallback } from './MoveCallback.tsx';
import { ownZone } from './times.ts';

/** The call above its thread: what is promised, by whom, to which number, and what can be done about it. */
export const CallbackCard = (given: CallbackProps & { onAgain(): void }) => {
  const { surface, text, own } = given;
  const { texts } = surface.context;
  const callback = own.call.value;
  const open = useLocalSignal<'move' | 'cancel' | null>(null);
  const problem = own.problem.value;
  if (!callback)
    return problem ? (
      <Notice bad>
        {failureText(texts, problem)}
        <button type="button" class="text" onClick={() => void own.read()}>
          {texts.get('tryAgain')}
        </button>
      </Notice>
    ) : (
      <Waiting texts={texts} />
    );
  const isOver = isClosed(callback.state);
  const isMissed = callback.state === 'no_answer' && !callback.slot;
  const close = (): void => {
    open.value = null;
  };
  return (
    <section class="notice stack" aria-label={texts.get('callback')}>
      <div role="status">
        <strong data-start tabIndex={-1}>
          {callbackText(given, callback)}
        </strong>
        {!isOver && callback.by && callback.state !== 'calling' && (
          <p class="soft">{text('callPerson', { name: callback.by.name })}</p>
        )}
        <p class="soft">
          <bdi dir="ltr">{callback.written}</bdi>
          {callback.topic && (
            <>
              {' · '}
              <bdi>{callback.topic}</bdi>
            </>
          )}
        </p>
        {!isOver && callback.slot && open.value !== 'move' && (
          <p class="soft">{text('callZone', { zone: ownZone(texts) })}</p>
        )}
      </div>
      {problem && (
        <Notice bad>{problem.fields['when'] ? text('callNoTimes') : failureText(texts, problem)}</Notice>
      )}
      {callback.mayChange && (open.value === 'move' || isMissed) && (
        <MoveCallback {...given} isAsked={!isMissed} onDone={close} />
      )}
      {open.value === 'cancel' && <CancelCallback text={text} own={own} onDone={close} />}
      {callback.mayChange && open.value === null && (
        <CallbackActions
          text={text}
          own={own}
          callback={callback}
          isMissed={isMissed}
          onOpen={(card) => {
            open.value = card;
          }}
        />
      )}
      {isOver && (
        <span class="actions">
          <button type="button" onClick={given.onAgain}>
            {text('callAgain')}
          </button>
        </span>
      )}
    </section>
  );
};
