import { z } from 'zod';
import { ratingScales } from '../core/conversations/ratingScale.ts';
import { language, line } from '../core/fields.ts';
import { settingsPart } from '../core/settings.ts';

/** Texts by language tag; ours where there is none. */
const byLanguage = z.record(language, line(200));

/** The request for a rating after a conversation. */
export const csatRules = z.object({
  scale: z.enum(ratingScales),
  question: byLanguage,
  thanks: byLanguage,
  /** Whether those who aren't in the widget any more are asked by email. */
  mail: z.boolean(),
  /** After the conversation was closed. */
  delayHours: z.number().int().min(0).max(168),
  /** A person gets one such email in so many days at the most. */
  everyDays: z.number().int().min(0).max(365),
});
export type CsatRules = z.infer<typeof csatRules>;

const shown = csatRules.pick({ scale: true, question: true, thanks: true });

export const csatSettings = settingsPart({
  fields: { csat: csatRules },
  defaults: () => ({
    csat: {
      scale: 'faces' as const,
      question: {},
      thanks: {},
      mail: false,
      delayHours: 1,
      everyDays: 14,
    },
  }),
  publicFields: {
    /** Absent where it is three faces, in our words. */
    csat: shown.optional(),
  },
  toPublic: ({ csat: { scale, question, thanks } }) =>
    scale === 'faces' && Object.keys(question).length + Object.keys(thanks).length === 0
      ? {}
      : { csat: { scale, question, thanks } },
});
