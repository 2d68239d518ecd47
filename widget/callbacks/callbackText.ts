import type { VisitorCallback } from '../../shared/callbacks/schema.ts';
import type { Surface } from '../core/context.ts';
import { clockTime, dayName, whenText } from '../core/text/times.ts';
import type { OwnCallback } from './callback.ts';
import type { Translate } from './texts.ts';

/** Props of every part about one call. */
export type CallbackProps = { surface: Surface; text: Translate; own: OwnCallback; now: number };

/** The state of a call in words: what the visitor may count on now. */
export const callbackText = (
  { surface, text, now }: Omit<CallbackProps, 'own'>,
  callback: VisitorCallback,
): string => {
  const { texts, settings } = surface.context;
  const { slot, state } = callback;
  const name = callback.by?.name || settings.teamName || settings.name;
  if (state === 'reached') return text('callReached');
  if (state === 'wrong_number') return text('call_wrong_number');
  if (state === 'cancelled') return text('call_cancelled');
  if (state === 'expired') return text('callExpired');
  if (state === 'calling') return text('callCalling', { name });
  if (!slot) return text('call_missed');
  if (state === 'no_answer') return text('callNext', { when: whenText(texts, slot.start, now) });
  // What has passed is not promised again: they hear a new time before, and an apology after.
  if (slot.end < now) return texts.get('promiseLate');
  return callback.soon
    ? text('callBy', { when: whenText(texts, slot.end, now) })
    : text('callBetween', {
        when: dayName(texts, slot.start, now),
        from: clockTime(texts, slot.start),
        until: clockTime(texts, slot.end),
      });
};
