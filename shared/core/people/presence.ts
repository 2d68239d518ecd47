import { z } from 'zod';
import type { SignalFrame } from '../events.ts';
import { instant } from '../fields.ts';
import { person } from './site.ts';

export const presenceState = z.enum(['online', 'away']);
export type PresenceState = z.infer<typeof presenceState>;

/** Milliseconds after which somebody who has not been heard of is away: a closed laptop says nothing. */
export const presenceHolds = 60_000;

export const setPresence = z.strictObject({ state: presenceState });
export type SetPresence = z.infer<typeof setPresence>;

/** Who is there now (first names, as visitors see them), and when the doors open next. */
export const presence = z.object({
  online: z.array(person),
  open: z.boolean(),
  opensAt: instant.nullable(),
  /** The zone that the site's hours are meant in. */
  zone: z.string(),
});
export type Presence = z.infer<typeof presence>;

/** Who is there has changed, or is not as the reader of a stream said that they know it. */
export type PresenceSignal = SignalFrame<'presence', Presence>;
