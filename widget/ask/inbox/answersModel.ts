import { type ReadonlySignal, signal } from '@preact/signals';
import * as contract from '../../../shared/ask/answerRoutes.ts';
import type { DecideAnswers, StaffAnswer } from '../../../shared/ask/answerSchema.ts';
import type { AnswerState } from '../../../shared/ask/answerStates.ts';
import { patchAnswer } from '../../../shared/ask/staffRoutes.ts';
import type { ChangeAnswer } from '../../../shared/ask/staffSchema.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { StaffContext } from '../../core/staff/context.ts';

export type Decision = DecideAnswers['decision'];

/** The decision that takes one back, by where the answer was. */
const backTo: Record<AnswerState, Decision> = { waiting: 'hold', public: 'publish', hidden: 'hide' };

/** The last decision, and how it is undone. */
interface Decided {
  decision: Decision;
  id: string;
  back: Decision;
}

/** Answers in one state that staff work through. */
export interface AnswersModel {
  /** Null while they load. */
  rows: ReadonlySignal<StaffAnswer[] | null>;
  state: ReadonlySignal<AnswerState>;
  waiting: ReadonlySignal<number>;
  hasMore: ReadonlySignal<boolean>;
  decided: ReadonlySignal<Decided | null>;
  load(): Promise<void>;
  more(): Promise<void>;
  show(state: AnswerState): void;
  decide(answer: StaffAnswer, decision: Decision): Promise<void>;
  undo(): Promise<void>;
  /** Splits it off as a question, or puts it back. @returns whether it was taken */
  split(answer: StaffAnswer, title: string, details: string, followers: boolean): Promise<boolean>;
  join(answer: StaffAnswer): Promise<boolean>;
  /** @returns whether it was taken */
  change(id: string, body: ChangeAnswer): Promise<boolean>;
}

export const createAnswers = (staff: StaffContext): AnswersModel => {
  const rows = signal<StaffAnswer[] | null>(null);
  const state = signal<AnswerState>('waiting');
  const waiting = signal(0);
  const next = signal<string | null>(null);
  const hasMore = signal(false);
  const decided = signal<Decided | null>(null);
  /** The last request's number: a slower reply to another state is nobody's. */
  let asked = 0;

  const read = async (after: string | null): Promise<void> => {
    const own = ++asked;
    const query = { state: state.value, ...(after !== null && { after }) };
    const reply = await staff.attempt(staff.call(contract.listStaffAnswers, { query }));
    if (!reply || own !== asked) return;
    rows.value = after === null ? reply.answers : [...(rows.value ?? []), ...reply.answers];
    next.value = reply.next;
    hasMore.value = reply.next !== null;
    waiting.value = reply.waiting;
  };
  const send = async (id: string, decision: Decision): Promise<boolean> =>
    (await staff.attempt(staff.call(contract.decideStaffAnswers, { body: { ids: [id], decision } }))) !==
    null;

  return {
    rows,
    state,
    waiting,
    hasMore,
    decided,
    load: () => read(null),
    more: () => read(next.value),
    show(wanted) {
      state.value = wanted;
      rows.value = null;
      decided.value = null;
      void read(null);
    },
    async decide(answer, decision) {
      // Gone at once; it comes back where the server refused.
      rows.value = (rows.value ?? []).filter(({ id }) => id !== answer.id);
      if (await send(answer.id, decision))
        decided.value = { decision, id: answer.id, back: backTo[answer.state] };
      await read(null);
    },
    async undo() {
      const last = decided.value;
      decided.value = null;
      if (last) await send(last.id, last.back);
      await read(null);
    },
    async split(answer, title, details, followers) {
      const body = { id: newId(), title, details, language: answer.question.language, followers };
      const path = { answer: answer.id };
      const reply = await staff.attempt(staff.call(contract.splitAnswer, { path, body }));
      if (reply) await read(null);
      return reply !== null;
    },
    async join({ id }) {
      const reply = await staff.attempt(staff.call(contract.joinAnswer, { path: { answer: id } }));
      if (reply) await read(null);
      return reply !== null;
    },
    async change(id, body) {
      const reply = await staff.attempt(staff.call(patchAnswer, { path: { answer: id }, body }));
      if (reply) await read(null);
      return reply !== null;
    },
  };
};
