import type { VisitorCall } from '../../shared/callbacks/schema.ts';
import type { Surface } from '../core/context.ts';
import { clockTime, dayName, whenText } from '../core/text/times.ts';
import type { OwnCallback } from './callback.ts';
import type { Say } from './words.ts';

/** What everything about one call is given. */
export type CallProps = { surface: Surface; say: Say; own: OwnCallback; now: number };

/** What the visitor may count on now. */
export const callText = ({ surface, say, now }: Omit<CallProps, 'own'>, call: VisitorCall): string => {
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
