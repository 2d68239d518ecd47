import { isClosed } from '../../shared/callbacks/machine.ts';
import { failureText } from '../core/text/failureText.ts';
import { useLocalSignal } from '../core/ui/hooks.ts';
import { Notice, Waiting } from '../core/ui/parts.tsx';
import { CallActions, CancelCall } from './CallActions.tsx';
import { type CallProps, callText } from './callText.ts';
import { MoveCall } from './MoveCall.tsx';
import { ownZone } from './times.ts';

/** The call above its thread: what is promised, by whom, to which number, and what can be done about it. */
export const CallbackCard = (given: CallProps & { onAgain(): void }) => {
  const { surface, text, own } = given;
  const { texts } = surface.context;
  const call = own.call.value;
  const open = useLocalSignal<'move' | 'cancel' | null>(null);
  const problem = own.problem.value;
  if (!call)
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
  const isOver = isClosed(call.state);
  const isMissed = call.state === 'no_answer' && !call.slot;
  const close = (): void => {
    open.value = null;
  };
  return (
    <section class="notice stack" aria-label={texts.get('callback')}>
      <div role="status">
        <strong data-start tabIndex={-1}>
          {callText(given, call)}
        </strong>
        {!isOver && call.by && call.state !== 'calling' && (
          <p class="soft">{text('callPerson', { name: call.by.name })}</p>
        )}
        <p class="soft">
          <bdi dir="ltr">{call.written}</bdi>
          {call.topic && (
            <>
              {' · '}
              <bdi>{call.topic}</bdi>
            </>
          )}
        </p>
        {!isOver && call.slot && open.value !== 'move' && (
          <p class="soft">{text('callZone', { zone: ownZone(texts) })}</p>
        )}
      </div>
      {problem && (
        <Notice bad>{problem.fields['when'] ? text('callNoTimes') : failureText(texts, problem)}</Notice>
      )}
      {call.mayChange && (open.value === 'move' || isMissed) && (
        <MoveCall {...given} isAsked={!isMissed} onDone={close} />
      )}
      {open.value === 'cancel' && <CancelCall text={text} own={own} onDone={close} />}
      {call.mayChange && open.value === null && (
        <CallActions
          text={text}
          own={own}
          call={call}
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
