import { after } from '../core/net/after.ts';
import { type Signal, signal } from '@preact/signals';
import { postCallback } from '../../shared/callbacks/routes.ts';
import { getChallenge } from '../../shared/core/challengeRoutes.ts';
import { newId } from '../../shared/core/ids.ts';
import type { ConversationsPart, WidgetContext } from '../core/context.ts';
import { type CallError, asCallError } from '../core/net/client.ts';
import type { NumberCheck } from './numberCheck.ts';
import type { OfferedTimes } from './offeredTimes.ts';
import type { CallbackErrors, RequestDraft } from './requestDraft.ts';

/** `waiting`: not sent, tried again. */
export type SendingState = 'writing' | 'sending' | 'waiting';

/** Pause before another try, milliseconds. */
const retryAfter = 5_000;
/** A limit that lasts longer is said, and not waited for, seconds. */
const maxWait = 120;

interface RequestParts {
  draft: RequestDraft;
  times: OfferedTimes;
  number: NumberCheck;
  errors: Signal<CallbackErrors>;
}

const solveChallenge = async (context: WidgetContext): Promise<string> =>
  (await import('../core/net/challenge.ts')).solve(await context.call(getChallenge, {}));

/** Whether an earlier wording of it arrived although we were not told. */
const hasArrived = async ({ store }: ConversationsPart, { said: input }: RequestDraft): Promise<boolean> => {
  await store.restart();
  return store.conversations.value.some(({ id }) => id === input.value.id);
};

/** Sends a request until it is answered: tries again while the line is down, offers the next time when theirs is gone. */
export const createRequestSending = (
  context: WidgetContext,
  part: ConversationsPart,
  { draft, times, number, errors }: RequestParts,
) => {
  const { store } = part;
  const { session } = context;
  const state = signal<SendingState>('writing');
  const refusal = signal<CallError | null>(null);
  const done = signal<string | null>(null);
  let cancelRetry = (): void => {};

  const finish = (id: string): void => {
    number.stop();
    draft.clear();
    times.instead.value = null;
    number.checked.value = null;
    state.value = 'writing';
    done.value = id;
  };
  /** Refused because of its time: the next is chosen, everything else stays as it is. */
  const offerNext = async (why: 'callTaken' | 'callPassed'): Promise<void> => {
    times.instead.value = why;
    await times.load();
    state.value = 'writing';
  };
  const refuse = (error: CallError): void => {
    refusal.value = error;
    state.value = 'writing';
  };
  const takeFailure = async (error: CallError, isSolved: boolean): Promise<void> => {
    if (error.code === 'challenge' && !isSolved) return attempt(await solveChallenge(context));
    if (error.passes && error.retryAfter <= maxWait) {
      refusal.value = error;
      state.value = 'waiting';
      cancelRetry = after(Math.max(retryAfter, error.retryAfter * 1_000), () => void attempt());
      return;
    }
    const { when, number: wrongNumber } = error.fields;
    if (when) return offerNext(when === 'taken' ? 'callTaken' : 'callPassed');
    if (error.code === 'conflict' && !wrongNumber) {
      if (await hasArrived(part, draft)) return finish(draft.said.value.id);
      draft.change({ id: newId() });
    }
    errors.value = error.fields as CallbackErrors;
    refuse(error);
  };
  const attempt = async (solution?: string): Promise<void> => {
    cancelRetry();
    // Another visitor meanwhile, or none.
    if (!session.isKnown) return;
    const { when, id } = draft.said.value;
    if (typeof when === 'number' && when <= Date.now()) return offerNext('callPassed');
    try {
      state.value = 'sending';
      refusal.value = null;
      const { thread } = await session.call(postCallback, { body: draft.body(solution) });
      store.take(thread);
      void store.begin();
      finish(id);
    } catch (error) {
      const failure = asCallError(error);
      await takeFailure(failure, Boolean(solution)).catch((other) => refuse(asCallError(other)));
    }
  };
  addEventListener('online', () => {
    if (state.value === 'waiting') void attempt();
  });
  return { state, refusal, done, attempt };
};
