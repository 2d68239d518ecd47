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

/** Presence of staff: who is there now (first names, as visitors see them), and when the team is next open. */
export const presence = z.object({
  online: z.array(person),
  open: z.boolean(),
  opensAt: instant.nullable(),
  /** The zone that the site's hours are meant in. */
  zone: z.string(),
});
export type Presence = z.infer<typeof presence>;

/** A change of presence, or a difference from what the reader of a stream knows. */
export type PresenceSignal = SignalFrame<'presence', Presence>;
