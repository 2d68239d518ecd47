/*
 * What may become of a promised call: one pure state machine, the same for the inbox that offers steps and the server
 * that takes them.
 */

export const callbackStates = [
  /** Asked for as soon as possible; nobody has said yet that they will call. */
  'requested',
  /** Asked for in a slot. */
  'scheduled',
  /** Moved to another slot. */
  'rescheduled',
  /** Somebody said that they will call. */
  'accepted',
  /** Its time has come. */
  'due',
  'calling',
  /** Tried in vain; the next try is planned, or the visitor is offered other times. */
  'no_answer',
  'reached',
  'wrong_number',
  'cancelled',
  /** Tried in vain as often as the plan says, and the visitor took no other time. */
  'expired',
] as const;
export type CallbackState = (typeof callbackStates)[number];

export const closedStates: readonly CallbackState[] = ['reached', 'wrong_number', 'cancelled', 'expired'];
export const isClosed = (state: CallbackState): boolean => closedStates.includes(state);

/** Outcomes of a call, each one tap. */
export const outcomes = ['reached', 'no_answer', 'busy', 'voicemail', 'wrong_number'] as const;
export type Outcome = (typeof outcomes)[number];

/** Everything that can happen to a call. */
export type CallbackStep =
  | 'accept'
  | 'reassign'
  | 'come_due'
  | 'call_started'
  /** The line went down, and nobody has said yet how it was. */
  | 'call_ended'
  | Outcome
  | 'reschedule'
  | 'cancel'
  | 'expire';

const waiting: Partial<Record<CallbackStep, CallbackState>> = {
  accept: 'accepted',
  reassign: 'accepted',
  come_due: 'due',
  call_started: 'calling',
  reached: 'reached',
  no_answer: 'no_answer',
  busy: 'no_answer',
  voicemail: 'no_answer',
  wrong_number: 'wrong_number',
  reschedule: 'rescheduled',
  cancel: 'cancelled',
};

const steps: Record<CallbackState, Partial<Record<CallbackStep, CallbackState>>> = {
  requested: waiting,
  scheduled: waiting,
  rescheduled: waiting,
  accepted: waiting,
  // Who takes a call that is due has it, and it stays due until they call.
  due: { ...waiting, accept: 'due', reassign: 'due', come_due: 'due' },
  calling: {
    reassign: 'calling',
    call_started: 'calling',
    call_ended: 'due',
    reached: 'reached',
    no_answer: 'no_answer',
    busy: 'no_answer',
    voicemail: 'no_answer',
    wrong_number: 'wrong_number',
    reschedule: 'rescheduled',
  },
  no_answer: { ...waiting, accept: 'no_answer', reassign: 'no_answer', expire: 'expired' },
  reached: {},
  // A number that was read out wrong can be given anew: that is another request.
  wrong_number: {},
  cancelled: {},
  expired: {},
};

/** @returns the state after a step, or null when it cannot be taken from there */
export const advance = (state: CallbackState, step: CallbackStep): CallbackState | null =>
  steps[state][step] ?? null;

/** The steps that can be taken from a state. */
export const stepsFrom = (state: CallbackState): CallbackStep[] =>
  Object.keys(steps[state]) as CallbackStep[];

/** True for the ends of a call that count as a try in vain. */
export const isVain = (step: CallbackStep): step is 'no_answer' | 'busy' | 'voicemail' =>
  step === 'no_answer' || step === 'busy' || step === 'voicemail';
