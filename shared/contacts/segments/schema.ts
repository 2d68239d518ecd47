import { z } from 'zod';
import { id, instant, line, prose, someLine } from '../../core/fields.ts';
import { attributeTests } from '../../core/prompts/options.ts';
import { contactRow } from '../schema.ts';
import { attributeDefinition, stageDefinition } from '../settings.ts';
import { attributePrefix, numberFields, purposes, textFields } from './fields.ts';

const numbers: readonly string[] = numberFields;
const words: readonly string[] = textFields;
const known: readonly string[] = [...numbers, ...words];

/** A test as prompts have them, of what is known of a contact. */
export const condition = z
  .strictObject({ name: someLine(60), how: z.enum(attributeTests), value: line(200) })
  .refine(({ name }) => known.includes(name) || id.safeParse(name.slice(attributePrefix.length)).success, {
    path: ['name'],
    params: { code: 'unknown' },
  })
  .refine(({ name, how }) => !(words.includes(name) && (how === 'above' || how === 'below')), {
    path: ['how'],
    params: { code: 'invalid' },
  })
  .refine(
    ({ name, how, value }) =>
      how === 'known' ||
      how === 'unknown' ||
      (how === 'above' || how === 'below' || numbers.includes(name)
        ? /^-?\d{1,9}(?:\.\d{1,6})?$/.test(value)
        : value !== ''),
    { path: ['value'], params: { code: 'invalid' } },
  )
  .meta({ examples: [{ name: 'rating', how: 'is', value: 'bad' }] });

const conditions = z.array(condition).min(1).max(10);

/** Conditions that must all hold, as in prompts; or all of one of the other groups. */
export const segmentRule = z.strictObject({
  purpose: z.enum(purposes),
  conditions,
  alternatives: z.array(conditions).max(4).optional(),
});
export type SegmentRule = z.infer<typeof segmentRule>;

/** Members of staff and teams that are told of everyone who enters a segment. */
export const notified = z.strictObject({ people: z.array(id).max(20), teams: z.array(id).max(20) });
export type Notified = z.infer<typeof notified>;

/** `watched`: programs are told of everyone who enters it; `notify`: these of the team are. */
export const segmentDraft = segmentRule.extend({
  name: someLine(60),
  watched: z.boolean().optional(),
  notify: notified.optional(),
});
export type SegmentDraft = z.infer<typeof segmentDraft>;

export const segment = segmentDraft.extend({ id });
export type Segment = z.infer<typeof segment>;

/** The site's own segments, and what the owner has the team keep of contacts: rules may ask for it. */
export const segmentList = z.object({
  segments: z.array(segment),
  attributes: z.array(attributeDefinition),
  stages: z.array(stageDefinition),
});
export type SegmentList = z.infer<typeof segmentList>;

export const preview = segmentRule.extend({ after: id.optional() });

/**
 * A contact of a segment: the group of conditions that holds (0 is the first), and what is known of them for each of it, in
 * the conditions' order; null: unknown.
 */
export const member = contactRow.extend({
  group: z.number().int(),
  why: z.array(z.string().nullable()),
});
export type Member = z.infer<typeof member>;

export const previewReply = z.object({
  count: z.number().int(),
  contacts: z.array(member),
  /** Id of the last one; null where there are no more. */
  next: id.nullable(),
});
export type PreviewReply = z.infer<typeof previewReply>;

/** Whether a contact may be called, and may be written to beyond their own conversations. */
export const permissions = z.strictObject({ calls: z.boolean(), mails: z.boolean() });
export type Permissions = z.infer<typeof permissions>;

/** The list's id is client-made: the same again makes no other. `text` is what the callers offer: a coupon. */
export const makeCalls = z.strictObject({ id, rule: segmentRule, name: someLine(60), text: prose(1_000) });
export type MakeCalls = z.infer<typeof makeCalls>;
export const makeCallsReply = z.object({ calls: z.number().int() });

export const callOutcomes = ['reached', 'no_answer', 'later', 'declined'] as const;
export const entry = z.object({
  id,
  list: z.string(),
  text: z.string(),
  contact: contactRow,
  /** The number that they gave for a call; null for none. */
  phone: z.string().nullable(),
  outcome: z.enum(callOutcomes).nullable(),
  note: z.string(),
  at: instant,
});
export type CallEntry = z.infer<typeof entry>;
export const callList = z.object({ calls: z.array(entry), waiting: z.number().int() });

export const saveOutcome = z.strictObject({ outcome: z.enum(callOutcomes), note: prose(1_000) });

export const bulkStage = z.strictObject({ rule: segmentRule, stage: id.nullable() });
export const bulkReply = z.object({ changed: z.number().int() });

export const openConversations = z.strictObject({ rule: segmentRule });
/** IDs of open conversations, as far as one call gives them. */
export const openConversationsReply = z.object({ conversations: z.array(id), isMore: z.boolean() });

/** A contact who entered a segment, for programs. */
export const segmentEntered = z.object({
  segment: z.object({ id, name: z.string() }),
  contact: contactRow,
  /** The contact's page, for the team. */
  url: z.string(),
});
