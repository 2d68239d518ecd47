import { z } from 'zod';
import { someLine } from '../fields.ts';
import { defaultModeration } from './defaults.ts';
import { settingsPart } from '../settings.ts';
import { wordActions } from './states.ts';

const entry = someLine(80);

/** The rules by which everything that visitors write in public is held, whichever feature takes it. */
export const moderationSettings = z.object({
  /** Approved contributions after which a person is trusted. */
  trustAfter: z.number().int().min(1).max(100),
  /** Links that people without trust may write. */
  maxLinks: z.number().int().min(0).max(20),
  /** Words and phrases, and what becomes of what holds one; `*` stands for more letters. */
  words: z.array(z.object({ text: entry, action: z.enum(wordActions) })).max(1_000),
  /** Names that wait. */
  names: z.array(entry).max(500),
  /** Beginnings of network addresses, email addresses and their domains (`@spam.test`) that wait. */
  addresses: z.array(entry).max(500),
  /** Whether files of people without trust wait. */
  holdFiles: z.boolean(),
  /** Whether names wait that look like the team's or the site's. */
  holdTeamNames: z.boolean(),
  /** The weight of reports after which something waits for staff; 0 for never. */
  holdAfterReports: z.number().int().min(0).max(100),
});
export type ModerationSettings = z.infer<typeof moderationSettings>;

/** The rules as the settings of comments had them, before all kinds shared them. */
const commentRules = z.object({
  trustAfter: z.number(),
  holdAfterReports: z.number(),
  blockedWords: z.array(z.string()),
  blockedNames: z.array(z.string()),
  blockedAddresses: z.array(z.string()),
});

export const moderationSettingsPart = settingsPart({
  fields: { moderation: moderationSettings },
  defaults: () => ({ moderation: defaultModeration() }),
  carryOver: (stored) => {
    const { data } = commentRules.safeParse(stored['comments']);
    return data
      ? {
          moderation: {
            ...defaultModeration(),
            trustAfter: data.trustAfter,
            holdAfterReports: data.holdAfterReports,
            words: data.blockedWords.map((text) => ({ text, action: 'hold' as const })),
            names: data.blockedNames,
            addresses: data.blockedAddresses,
          },
        }
      : {};
  },
});
