import { z } from 'zod';
import { exposureCounts, promptRule } from '../core/prompts/schema.ts';
import { id, instant, language, someLine, someProse } from '../core/fields.ts';
import { invitationOpens } from './opens.ts';

/** The text of an invitation in one language. */
export const invitationText = z.object({
  text: someProse(280),
  /** On its button. */
  action: someLine(40),
});

/** An invitation as the owner writes it. */
export const invitationDraft = z.object({
  /** For staff alone. */
  name: someLine(80),
  /** The person who speaks; null for the team. */
  from: id.nullable(),
  opens: z.enum(invitationOpens),
  /** By language tag; who reads none of them is not invited. */
  texts: z
    .record(language, invitationText)
    .refine((texts) => Object.keys(texts).length > 0, { params: { code: 'required' } })
    .refine((texts) => Object.keys(texts).length <= 20, { params: { code: 'too_many' } }),
  rule: promptRule,
});

/** Against whoever wrote in between. 0: it is new. */
export const saveInvitation = z.object({ revision: z.number().int().min(0), draft: invitationDraft });

/** The lift: how many reached the goal, beside those who were not shown it. */
export const lift = z.object({
  /** Difference of the two shares, and the ends of its 95 % interval: -1 to 1. */
  value: z.number(),
  from: z.number(),
  to: z.number(),
});

export const staffInvitation = invitationDraft.extend({
  id,
  revision: z.number().int(),
  changedAt: instant,
  counts: exposureCounts,
  /** Absent without a goal, or while one of the two groups is empty. */
  lift: lift.nullable(),
});

export const invitationList = z.object({ invitations: z.array(staffInvitation) });
export const invitationReply = z.object({ invitation: staffInvitation });
export const removeInvitation = z.object({ revision: z.number().int().min(1) });
export const removedReply = z.object({ done: z.literal(true) });

export const invitationQuery = z.object({ language });
/** An invitation as a visitor reads it; null where it may not be shown after all. */
export const invitationShown = z.object({
  invitation: z
    .object({
      from: z.string(),
      text: z.string(),
      action: z.string(),
      opens: z.enum(['home', 'chat', 'callback']),
    })
    .nullable(),
});
