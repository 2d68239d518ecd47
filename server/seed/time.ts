import type { Context } from '../context.ts';
import { derivedId } from '../core/derivedId.ts';

export const minute = 60_000;

/** The same context at another time: what is written looks as if it had been written then. */
export const atTime = (ctx: Context, now: number): Context => ({
  ...ctx,
  clock: { ...ctx.clock, now: () => now },
});

/** An id that is the same at every seeding. */
export const idFor = (key: string): string => derivedId('seed', key);
