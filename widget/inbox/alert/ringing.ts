import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import { isQuiet } from '../../../shared/core/people/alertRules.ts';
import type { Choices } from './choices.ts';

/** The sound comes again after so long while nobody has taken what it is for, milliseconds. */
export const ringsEvery = 15_000;

/** True when a conversation waits to be looked at by this person. */
export const callsFor = (item: InboxConversation, me: string, what: Choices['what']): boolean =>
  item.status === 'open' &&
  !item.held &&
  item.waitingFor === 'staff' &&
  item.unread > 0 &&
  (item.assignee === null ? what === 'all' : item.assignee.id === me);

const clockTime = (now: number): string => {
  const at = new Date(now);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
};

/**
 * Rings for what comes in, and again until somebody takes it, answers it or looks at it; several at once are one ring.
 * @param ring makes the sound
 */
export const createRinging = (me: string, choices: () => Choices, ring: () => void) => {
  const waiting = new Map<string, InboxConversation>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  const sound = (): void => {
    const now = choices();
    // What was chosen may be another since it came in.
    const isWanted = [...waiting.values()].some((item) => callsFor(item, me, now.what));
    if (now.sound && isWanted && !isQuiet(now, clockTime(Date.now()))) ring();
  };
  return {
    /** @param isNew something was said in it, or it was given to somebody: only that begins to ring */
    onChange(item: InboxConversation, isNew: boolean): void {
      if (!callsFor(item, me, 'all')) {
        waiting.delete(item.id);
        if (waiting.size === 0) stop();
        return;
      }
      const known = waiting.has(item.id);
      if (!known && !isNew) return;
      waiting.set(item.id, item);
      if (timer) return;
      sound();
      timer = setInterval(sound, ringsEvery);
    },
    dispose: stop,
  };
};
