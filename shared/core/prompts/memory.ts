import type { PublicPrompt } from './kinds.ts';
import { day, type Memory } from './rules.ts';

/** After so long without a page, a visit is another one, milliseconds. */
export const visitEnds = 30 * 60_000;

/** Nothing is known of a person yet. @param seed a whole number of up to 32 bits */
export const newMemory = (seed: number, now: number): Memory => ({
  seed,
  first: now,
  session: now,
  shown: [],
  dismissed: {},
});

/** A prompt was shown, or held back to compare with. What no rule can ask for any more is forgotten. */
export const remember = (memory: Memory, { id, kind }: PublicPrompt, now: number, held?: boolean): void => {
  memory.shown = memory.shown.filter(([prompt, , at]) => prompt !== id || at > now - 30 * day);
  memory.shown.push(held ? [id, kind, now, 1] : [id, kind, now]);
};
