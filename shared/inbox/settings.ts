import { z } from 'zod';
import { id, language } from '../core/fields.ts';
import { settingsPart } from '../core/settings.ts';

/** Rules of assignment. */
export const assignmentRules = z.object({
  /** `all`: of every kind that is answered in words. */
  mode: z.enum(['off', 'chats', 'all']),
  /** The time to open an assigned conversation, seconds: afterwards the next person gets it. */
  acceptSeconds: z.number().int().min(10).max(3_600),
  /** By language tag: the team that answers in it; everybody where there is none. */
  teams: z.record(language, id),
});
export type AssignmentRules = z.infer<typeof assignmentRules>;

export const inboxSettings = settingsPart({
  fields: { assignment: assignmentRules },
  defaults: () => ({ assignment: { mode: 'off' as const, acceptSeconds: 60, teams: {} } }),
});
