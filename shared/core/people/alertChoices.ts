import { z } from 'zod';
import { isAtLeast, type Role } from './roles.ts';
import { type Language, languageNames } from '../languages.ts';
import { mailDelays } from './alertRules.ts';

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** A person's alert choices on a site, wherever they are logged in. */
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
  /** Whether the week's and the month's figures are mailed; null: as is usual in the person's role. */
  mailReports: z.boolean().nullable().default(null),
  /** Whether who wrote an article is reminded to look at it again. */
  mailChecks: z.boolean().default(true),
  /** Whether they are told of a burst of similar items. */
  mailTrends: z.boolean().default(true),
  /** Whether they are told by email who entered a segment that they were chosen for. */
  mailSegments: z.boolean().default(true),
  /** The language of the figures' mail, and of what is not about a conversation; null: the site's first. */
  mailLanguage: z
    .enum(Object.keys(languageNames) as Language[])
    .nullable()
    .default(null),
});
export type AlertChoices = z.infer<typeof alertChoices>;

export const usualChoices: AlertChoices = {
  what: 'all',
  quiet: null,
  zone: 'UTC',
  words: true,
  mailAfter: mailDelays[0],
  mailMentions: true,
  mailReports: null,
  mailChecks: true,
  mailTrends: true,
  mailSegments: true,
  mailLanguage: null,
};

/** Whether the figures are mailed to somebody: those who decide get them, until they say otherwise. */
export const wantsReports = ({ mailReports }: Pick<AlertChoices, 'mailReports'>, role: Role): boolean =>
  mailReports ?? isAtLeast(role, 'admin');
