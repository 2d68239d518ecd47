import { z } from 'zod';
import { settingsPart } from '../settings.ts';
import { defaultRetention, fewestDays, mostDays, type RetentionKind } from './retentionKinds.ts';

const days = (kind: RetentionKind) => z.number().int().min(fewestDays[kind]).max(mostDays).nullable();

/** The time each kind is kept, days; null for ever. */
export const retentionRules = z.object({
  conversations: days('conversations'),
  callbacks: days('callbacks'),
  visitors: days('visitors'),
  searches: days('searches'),
  addresses: days('addresses'),
  mails: days('mails'),
  audit: days('audit'),
  webhooks: days('webhooks'),
});
export type RetentionRules = z.infer<typeof retentionRules>;

const day = 24 * 3_600_000;

/** The instant before which data of a kind goes; null for what is kept for ever. */
export const keptSince = (rules: RetentionRules, kind: RetentionKind, now: number): number | null => {
  const limit = rules[kind];
  return limit === null ? null : now - limit * day;
};

export const retentionSettings = settingsPart({
  fields: {
    retention: retentionRules,
    /** Whether everybody may read what the site keeps, and for how long. */
    privacyPage: z.boolean(),
  },
  defaults: () => ({
    retention: defaultRetention(),
    privacyPage: true,
  }),
  publicFields: {
    /** There, and true, where there's no page about what is kept. */
    hidesPrivacy: z.literal(true).optional(),
  },
  toPublic: ({ privacyPage }) => (privacyPage ? {} : { hidesPrivacy: true as const }),
});
