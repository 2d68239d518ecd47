import { z } from 'zod';
import { mailDelays } from './alertRules.ts';

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** What a member of staff is told of on a site, and when not; wherever they are logged in. */
export const alertChoices = z.strictObject({
  /** `mine`: what is theirs alone. `all`: what is nobody's, too. */
  what: z.enum(['mine', 'all']),
  /** Nothing sounds and nothing is pushed between two times of the day, which may lie on two sides of midnight. */
  quiet: z.strictObject({ from: clockTime, to: clockTime }).nullable(),
  /** The person's time zone, an IANA name: quiet hours are theirs. */
  zone: z.string().max(64),
  /** Whether what was written stands on a locked screen. */
  words: z.boolean(),
  mailAfter: z.literal(mailDelays).nullable(),
  mailMentions: z.boolean(),
});
export type AlertChoices = z.infer<typeof alertChoices>;

export const usualChoices: AlertChoices = {
  what: 'all',
  quiet: null,
  zone: 'UTC',
  words: true,
  mailAfter: mailDelays[0],
  mailMentions: true,
};
