import { z } from 'zod';
import { attributeDefinition, stageDefinition } from './settings.ts';
import { contactGroups } from './groups.ts';
import { timelineKinds } from '../core/people/timelineKinds.ts';
import { id, instant, language, line, longest, prose } from '../core/fields.ts';

/** Which contacts are wanted. */
export const contactFilter = z.strictObject({
  /** In a name or an address, or the whole of the ID that the site itself signed. */
  search: line(longest.email).optional(),
  /** Signed in by the site; a customer ID from an import; known by an address alone; known by neither. */
  group: z.enum(contactGroups).optional(),
  /** Only those with an open conversation. */
  open: z.literal('1').optional(),
  language: language.optional(),
});
export type ContactFilter = z.infer<typeof contactFilter>;

/** Where the last page ended. */
export const contactsQuery = contactFilter.extend({
  before: z
    .string()
    .regex(/^\d{1,16}\.[0-9a-f-]{36}$/)
    .optional(),
});

/** A contact in the list. */
export const contactRow = z.object({
  id,
  name: z.string().nullable(),
  email: z.string().nullable(),
  group: z.enum(contactGroups),
  /** Whether the address is theirs for certain. */
  emailVerified: z.boolean(),
  language: z.string(),
  open: z.number().int(),
  firstSeenAt: instant,
  seenAt: instant,
});
export type ContactRow = z.infer<typeof contactRow>;

export const contactList = z.object({
  contacts: z.array(contactRow),
  /** The number of all that fit, counted up to a cap; then `isMore`. */
  total: z.number().int(),
  isMore: z.boolean(),
  /** For the next page; null for the last. */
  before: z.string().nullable(),
  /** The languages of the site's contacts. */
  languages: z.array(z.string()),
});
export type ContactList = z.infer<typeof contactList>;

/** The person who set something; `via` is the API token's name. */
const setBy = z.object({ name: z.string().nullable(), via: z.string().nullable() });

/** A value that the team gave an attribute. */
export const attributeValue = z.object({
  attribute: id,
  value: z.string(),
  by: setBy,
  at: instant,
});
export type AttributeValue = z.infer<typeof attributeValue>;

/** A change of the customer's stage; null for none. */
export const stageChange = z.object({ stage: id.nullable(), by: setBy, at: instant });
export type StageChange = z.infer<typeof stageChange>;

/** Two contacts whom the team takes for the same person. */
export const contactLink = z.object({ id, contacts: z.array(contactRow), by: setBy, at: instant });
export type ContactLink = z.infer<typeof contactLink>;

/** One contact: who they are, over all their browsers. */
export const contact = contactRow.extend({
  /** The ID that the site itself signed, or that an import said (`group` tells); null for none. */
  subject: z.string().nullable(),
  /** Every ID that the site signed for them: several where the team linked two customers. */
  customers: z.array(z.string()),
  blocked: z.boolean(),
  languages: z.array(z.string()),
  /** Visitors whom the team knows as this person. */
  visitors: z.array(id),
  /** The number of browsers and devices that are known as theirs. */
  devices: z.number().int(),
  /** Attributes that the site's script said of them, unsigned. */
  fromPage: z.record(z.string(), z.string()),
  values: z.array(attributeValue),
  /** The newest first. */
  stages: z.array(stageChange),
  /** Whom the team took for the same person, the oldest first: each can be separated again. */
  links: z.array(contactLink),
});
export type Contact = z.infer<typeof contact>;
/** A contact, and what the owner has the team keep of each. */
export const contactReply = z.object({
  contact,
  attributes: z.array(attributeDefinition),
  stages: z.array(stageDefinition),
});
export type ContactReply = z.infer<typeof contactReply>;

/** Empty takes the value away. A number is written with a point, a date as 2026-01-31. */
export const saveAttribute = z.strictObject({ value: prose(1_000) });
export const saveStage = z.strictObject({ stage: id.nullable() });

/**
 * The link's ID is client-made. `customers` says that two of the site's own customers are meant: the site signed an ID for
 * each, so they may well be two people.
 */
export const saveLink = z.strictObject({ other: id, customers: z.boolean().optional() });

/** A person as they are before they are linked. */
export const linkSide = contactRow.extend({
  customers: z.array(z.string()),
  conversations: z.number().int(),
  stage: id.nullable(),
  values: z.array(z.object({ attribute: id, value: z.string() })),
});
export type LinkSide = z.infer<typeof linkSide>;

/** Two contacts before they are linked: what would come together. */
export const linkPreview = z.object({
  contact: linkSide,
  other: linkSide,
  /** Whether they are one person already. */
  isSame: z.boolean(),
  /** Whether the site signed a different ID for each. */
  areCustomers: z.boolean(),
});
export type LinkPreview = z.infer<typeof linkPreview>;

export const timelineQuery = z.strictObject({ after: z.string().max(160).optional() });

/** One thing that they did, or that was done for them. */
export const timelineEntry = z.object({
  kind: z.enum(timelineKinds),
  id: z.string(),
  at: instant,
  by: z.enum(['person', 'staff', 'system']),
  /** Its first words; empty where there are none. */
  text: z.string(),
  /** More about it: a channel, a state, a score. */
  detail: z.string().nullable(),
  conversation: id.nullable(),
  /** The page it was written on. */
  url: z.string().nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const timelinePage = z.object({ entries: z.array(timelineEntry), next: z.string().nullable() });
export type TimelinePage = z.infer<typeof timelinePage>;
