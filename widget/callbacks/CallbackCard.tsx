import { useLayoutEffect } from 'preact/hooks';
import { isClosed } from '../../shared/callbacks/machine.ts';
import type { VisitorCall } from '../../shared/callbacks/schema.ts';
import { failureText } from '../core/text/failureText.ts';
import type { Surface } from '../core/context.ts';
import { clockTime, dayName, whenText } from '../core/text/times.ts';
import { useLocalSignal } from '../core/ui/hooks.ts';
import { Notice, Waiting } from '../core/ui/parts.tsx';
import type { OwnCallback } from './callback.ts';
import { ownZone } from './times.ts';
import { WhenFields } from './WhenFields.tsx';
import type { Say } from './words.ts';

type Given = { surface: Surface; say: Say; own: OwnCallback; now: number; onAgain(): void };

/** What the visitor may count on now. */
const stateText = ({ surface, say, now }: Given, call: VisitorCall): string => {
  const { texts, settings } = surface.context;
  const { slot, state } = call;
  const name = call.by?.name || settings.teamName || settings.name;
  if (state === 'reached') return say('callReached');
  if (state === 'wrong_number') return say('call_wrong_number');
  if (state === 'cancelled') return say('call_cancelled');
  if (state === 'expired') return say('callExpired');
  if (state === 'calling') return say('callCalling', { name });
  if (!slot) return say('call_missed');
  if (state === 'no_answer') return say('callNext', { when: whenText(texts, slot.start, now) });
  // What has passed is not promised again: they hear a new time before, and an apology after.
  if (slot.end < now) return texts.say('promiseLate');
  return call.soon
    ? say('callBy', { when: whenText(texts, slot.end, now) })
    : say('callBetween', {
        when: dayName(texts, slot.start, now),
        from: clockTime(texts, slot.start),
        until: clockTime(texts, slot.end),
      });
};

/** Another time for a call that is promised or was missed. */
const MoveCard = (given: Given & { onDone(): void; isAsked: boolean }) => {
  const { surface, say, own } = given;
  const { texts } = surface.context;
  const form = own.form.value;
  const when = useLocalSignal<'soon' | number | null>(null);
  useLayoutEffect(() => {
    void own.loadTimes();
  }, []);
  if (!form) return own.problem.value ? null : <Waiting texts={texts} />;
  const isThere = form.slots.some(({ start }) => start === when.value);
  const chosen = when.value === 'soon' || isThere ? when.value : null;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null)
          void own.move(chosen).then((moved) => {
            if (moved) given.onDone();
          });
      }}
    >
      <WhenFields
        surface={surface}
        say={say}
        form={{ ...form, soon: given.own.call.value?.soon ? null : form.soon }}
        when={chosen}
        onWhen={(next) => {
          when.value = next;
        }}
      />
      <span class="actions">
        <button type="submit" class="primary" disabled={chosen === null || own.busy.value}>
          {say('callMoveTo')}
        </button>
        {given.isAsked && (
          <button type="button" class="text" onClick={given.onDone}>
            {say('callKeep')}
          </button>
        )}
      </span>
    </form>
  );
};

/** The call above its thread: what is promised, by whom, to which number, and what can be done about it. */
export const CallbackCard = (given: Given) => {
  const { surface, say, own } = given;
  const { texts } = surface.context;
  const call = own.call.value;
  const open = useLocalSignal<'move' | 'cancel' | null>(null);
  const problem = own.problem.value;
  if (!call)
    return problem ? (
      <Notice bad>
        {failureText(texts, problem)}
        <button type="button" class="text" onClick={() => void own.read()}>
          {texts.say('tryAgain')}
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
    <section class="notice stack" aria-label={texts.say('callback')}>
      <div role="status">
        <strong data-start tabIndex={-1}>
          {stateText(given, call)}
        </strong>
        {!isOver && call.by && call.state !== 'calling' && (
          <p class="soft">{say('callPerson', { name: call.by.name })}</p>
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
          <p class="soft">{say('callZone', { zone: ownZone(texts) })}</p>
        )}
      </div>
      {problem && (
        <Notice bad>{problem.fields['when'] ? say('callNoTimes') : failureText(texts, problem)}</Notice>
      )}
      {call.mayChange && (open.value === 'move' || isMissed) && (
        <MoveCard {...given} isAsked={!isMissed} onDone={close} />
      )}
      {open.value === 'cancel' && (
        <div class="stack">
          <strong>{say('callSure')}</strong>
          <span class="actions">
            <button
              type="button"
              class="primary"
              disabled={own.busy.value}
              onClick={() => void own.cancel().then(close)}
            >
              {say('callCancel')}
            </button>
            <button type="button" class="text" onClick={close}>
              {say('callKeep')}
            </button>
          </span>
        </div>
      )}
      {call.mayChange && open.value === null && (
        <span class="actions">
          {!isMissed && (
            <button
              type="button"
              onClick={() => {
                open.value = 'move';
              }}
            >
              {say('callMove')}
            </button>
          )}
          <button
            type="button"
            onClick={() => {
              open.value = 'cancel';
            }}
          >
            {say('callCancel')}
          </button>
          {call.slot && (
            <button type="button" class="text" onClick={() => void own.saveCalendar()}>
              {say('callCalendar')}
            </button>
          )}
        </span>
      )}
      {isOver && (
        <span class="actions">
          <button type="button" onClick={given.onAgain}>
            {say('callAgain')}
          </button>
        </span>
      )}
    </section>
  );
};
