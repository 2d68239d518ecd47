import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { isClosed, type Outcome, outcomes } from '../../../shared/callbacks/machine.ts';
import type { PastStep, StaffCall } from '../../../shared/callbacks/schema.ts';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import { counted, exact } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { When } from '../../core/staff/When.tsx';
import { type CallbackModel, createCall } from './model.ts';
import { useFeatureWords } from '../../core/staff/words.ts';
import './styles.ts';
import { clock, countdown, whenIn, zoneName } from './times.ts';
import { type StaffWords, words as callWords } from './words.ts';

/** What the state means, in words. */
export const stateText = (words: StaffWords, call: StaffCall): string =>
  fill(words[`state_${call.state}`], { name: call.owner?.name || '' });

/** The number, to be called with one tap or copied. */
const NumberLine = ({ call, words, dial }: { call: StaffCall; words: StaffWords; dial(): void }) => {
  const isCopied = useSignal(false);
  const mayDial = call.steps.includes('call_started');
  return (
    <p class="call-number">
      {mayDial ? (
        <a class="dial" href={`tel:${call.number}`} onClick={dial}>
          {fill(words.call, { number: '' }).trim()} <bdi dir="ltr">{call.written}</bdi>
        </a>
      ) : (
        <bdi dir="ltr">{call.written}</bdi>
      )}
      <button
        type="button"
        class="link"
        onClick={() =>
          navigator.clipboard.writeText(call.number).then(
            () => {
              isCopied.value = true;
            },
            () => {},
          )
        }
      >
        {words.copy}
      </button>
      <span class="quiet" role="status">
        {isCopied.value ? words.copied : call.countryName}
      </span>
    </p>
  );
};

/** When it is due for us and what the clock shows for them. */
const DueLine = ({ call, words }: { call: StaffCall; words: StaffWords }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const now = staff.now.value;
  if (isClosed(call.state)) return null;
  if (call.dueAt === null) return <p class="quiet">{call.state === 'no_answer' ? words.noTry : null}</p>;
  const isLate = call.dueAt < now && call.state !== 'calling';
  return (
    <p>
      <strong class={isLate ? 'late' : ''} title={exact(tag, call.dueAt)}>
        {countdown(words, tag, call.dueAt, now)}
      </strong>{' '}
      <span>
        {fill(call.state === 'no_answer' ? words.nextTry : words.due, {
          when: whenIn(tag, call.dueAt, now),
        })}
        {call.slot && ` · ${fill(words.until, { time: clock(tag, call.slot.end) })}`}
      </span>{' '}
      <span class="quiet">
        {fill(words.theirTime, {
          time: clock(tag, call.dueAt, call.visitorZone),
          zone: zoneName(call.visitorZone),
        })}
      </span>
    </p>
  );
};

/** A call is near so long before it is due, milliseconds. */
const near = 15 * 60_000;

/** Whether somebody could be calling: for a call of tomorrow there is no outcome to tell. */
const isNear = ({ state, soon, dueAt }: StaffCall, now: number): boolean =>
  soon || state === 'calling' || state === 'due' || state === 'no_answer' || (dueAt ?? 0) - now < near;

/** How it was, in one tap; a note may go with it. */
const Outcomes = ({ model, words }: { model: CallbackModel; words: StaffWords }) => {
  const note = useSignal('');
  const { call } = model.now.value!;
  const offered = outcomes.filter((one) => call.steps.includes(one));
  const take = async (step: Outcome): Promise<void> => {
    const said = note.value.trim();
    if (await model.take({ step, ...(said && { note: said }) })) note.value = '';
  };
  return (
    <fieldset class="outcomes">
      <legend>{words.outcome}</legend>
      <div class="row-of-buttons">
        {offered.map((one) => (
          <button key={one} type="button" disabled={model.busy.value} onClick={() => take(one)}>
            {words[`step_${one}`]}
          </button>
        ))}
      </div>
      <input
        type="text"
        dir="auto"
        maxLength={2_000}
        aria-label={words.note}
        placeholder={words.note}
        value={note.value}
        onInput={(event) => {
          note.value = event.currentTarget.value;
        }}
      />
    </fieldset>
  );
};

const HandOn = ({ model, words, gone }: { model: CallbackModel; words: StaffWords; gone(): void }) => {
  const staff = useStaff();
  const dialog = useRef<HTMLDialogElement>(null);
  const chosen = useRef<HTMLSelectElement>(null);
  useEffect(() => dialog.current!.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="hand-on-title" onClose={gone}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          await model.take({ step: 'reassign', staff: chosen.current!.value });
          dialog.current?.close();
        }}
      >
        <h2 id="hand-on-title">{words.step_reassign}</h2>
        <label for="hand-on-to">{words.who}</label>
        <select id="hand-on-to" ref={chosen}>
          {staff.people.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <div class="dialog-actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
          <button type="submit" class="primary">
            {words.save}
          </button>
        </div>
      </form>
    </dialog>
  );
};

const Past = ({ step, words }: { step: PastStep; words: StaffWords }) => {
  const { tag } = useLanguage();
  const { actor } = step;
  const who =
    actor.name ||
    (actor.kind === 'visitor' ? words.theVisitor : actor.kind === 'dialler' ? words.telephony : '');
  const what = fill(words[`past_${step.step}` as 'past_accept'] ?? step.step, {
    when: step.planned === null ? '' : whenIn(tag, step.planned, step.at),
  });
  return (
    <li>
      <span class="quiet">{whenIn(tag, step.at, Date.now())}</span>{' '}
      <span dir="auto">{[who, what].filter(Boolean).join(': ')}</span>
      {step.note && <q dir="auto">{step.note}</q>}
    </li>
  );
};

/** A promised call on top of its conversation: when, what number, what can be done, and what was done. */
export const CallbackPanel = ({ thread }: { thread: InboxThread }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const words = useFeatureWords(callWords);
  const { id, lastSeq, promise, status } = thread.conversation;
  const model = useMemo(() => createCall(staff, id), [staff, id]);
  const over = useSignal<'when' | 'who' | null>(null);
  // Whatever happens to a call changes its conversation.
  useEffect(() => void model.load(), [model, lastSeq, promise?.at, status, thread.messages.length]);
  const found = model.now.value;
  if (!found || !words) return <section class="call" aria-busy="true" />;
  const { call, history } = found;
  const may = (step: string): boolean => call.steps.includes(step);
  const gone = (): void => {
    over.value = null;
  };
  return (
    <section class="call" aria-label={words.calls}>
      <div class="call-head">
        <span
          class={`chip ${isClosed(call.state) ? 'grey' : call.state === 'due' ? 'red' : 'green'}`}
          role="status"
        >
          {stateText(words, call)}
        </span>
        {call.attempts > 0 && <span class="quiet">{counted(tag, words.attempts, call.attempts)}</span>}
        {call.topic && <span dir="auto">{call.topic}</span>}
      </div>
      <NumberLine call={call} words={words} dial={() => void model.take({ step: 'call_started' })} />
      <DueLine call={call} words={words} />
      {model.wasChanged.value && (
        <p class="notice" role="status">
          {words.changed}
        </p>
      )}
      {!isClosed(call.state) && (
        <>
          <div class="row-of-buttons">
            {may('accept') && call.owner?.id !== staff.me.id && (
              <button
                type="button"
                class="primary"
                disabled={model.busy.value}
                onClick={() => model.take({ step: 'accept' })}
              >
                {words.step_accept}
              </button>
            )}
            {may('call_ended') && (
              <button
                type="button"
                disabled={model.busy.value}
                onClick={() => model.take({ step: 'call_ended' })}
              >
                {words.step_call_ended}
              </button>
            )}
            {may('reschedule') && (
              <button
                type="button"
                onClick={() => {
                  over.value = 'when';
                }}
              >
                {words.step_reschedule}
              </button>
            )}
            {may('reassign') && (
              <button
                type="button"
                onClick={() => {
                  over.value = 'who';
                }}
              >
                {words.step_reassign}
              </button>
            )}
            {may('cancel') && (
              <button
                type="button"
                class="link"
                disabled={model.busy.value}
                onClick={() => model.take({ step: 'cancel' })}
              >
                {words.step_cancel}
              </button>
            )}
          </div>
          {isNear(call, staff.now.value) && <Outcomes model={model} words={words} />}
        </>
      )}
      <details>
        <summary>
          {words.history} <span class="count">{history.length}</span>
        </summary>
        <ol class="past">
          {history.map((step) => (
            <Past key={step.id} step={step} words={words} />
          ))}
        </ol>
      </details>
      {over.value === 'when' && (
        <When
          title={words.when}
          choose={(start) => void model.take({ step: 'reschedule', start })}
          gone={gone}
        />
      )}
      {over.value === 'who' && <HandOn model={model} words={words} gone={gone} />}
    </section>
  );
};
