import { z } from 'zod';
import { attachment } from '../content/attachments.ts';
import { cursor, email, id, instant, language, line, longest, prose, someLine } from '../fields.ts';
import { heldReasons } from '../heldReasons.ts';
import { richText } from '../richTextSchema.ts';
import { moderationSettings } from './settings.ts';
import { blockKinds, moderatedStates, moderationDecisions, queueStates, wordActions } from './states.ts';

/** The feature's word for what it takes from visitors: `comment`, `answer`, `idea`. */
const kind = z
  .string()
  .max(20)
  .regex(/^[a-z]+$/);

/** The author's earlier contributions, of all kinds. */
export const history = z.object({ approved: z.number().int(), refused: z.number().int() });
export type History = z.infer<typeof history>;

/** Something that a visitor wrote in public, as moderators see it. */
export const moderatedItem = z.object({
  kind,
  id,
  state: z.enum(moderatedStates),
  /** Why it waits; null for others. */
  reason: z.enum(heldReasons).nullable(),
  author: z.object({
    /** Empty for who gave none. */
    name: z.string(),
    kind: z.enum(['visitor', 'staff']),
    /** True when the page signed who they are. */
    verified: z.boolean(),
    email: z.string().nullable(),
    history,
    /** The block that holds for them; null for none. */
    block: id.nullable(),
  }),
  /** Empty where the kind has none. */
  title: z.string(),
  rich: richText,
  files: z.array(attachment),
  /** The subject it was written about, and where it's read. */
  context: z.object({ title: z.string(), href: z.string() }),
  /** The contribution that it replies to. */
  parent: z.object({ name: z.string(), excerpt: z.string() }).nullable(),
  reports: z.number().int(),
  /** Reasons of readers who reported it, the newest first; silent reports aren't in it. */
  reportReasons: z.array(z.string()),
  at: instant,
  editedAt: instant.nullable(),
});
export type ModeratedItem = z.infer<typeof moderatedItem>;

export const queueQuery = z.strictObject({
  state: z.enum(queueStates),
  kind: kind.optional(),
  search: line(longest.query).optional(),
  /** Where the list before ended. */
  after: z
    .string()
    .max(60)
    .regex(/^[0-9a-z.-]+$/)
    .optional(),
});
export type QueueQuery = z.infer<typeof queueQuery>;

const counts = z.object({ waiting: z.number().int(), reported: z.number().int() });

export const queueReply = z.object({
  items: z.array(moderatedItem),
  next: z.string().nullable(),
  /** Numbers of items that wait and that are reported, by kind. */
  counts: z.record(kind, counts),
  /** The place in the log from which a stream tells what changes. */
  cursor,
});
export type QueueReply = z.infer<typeof queueReply>;

const subject = z.strictObject({ kind, id });
export type ModerationSubject = z.infer<typeof subject>;

export const decideItems = z.strictObject({
  items: z.array(subject).min(1).max(200),
  decision: z.enum(moderationDecisions),
});
export type DecideItems = z.infer<typeof decideItems>;
export const decidedItems = z.object({
  /** Items that the decision changed. */
  changed: z.array(subject),
});
export type DecidedItems = z.infer<typeof decidedItems>;

/** A reader's report of an item, or that their own, of a few minutes ago, is taken back. */
export const reportBody = z.strictObject({
  kind,
  id,
  /** Why it should be looked at. */
  reason: line(300).optional(),
  language,
  withdraw: z.boolean().optional(),
});
export type ReportBody = z.infer<typeof reportBody>;

/** Somebody whose public contributions aren't taken. */
export const block = z.object({
  id,
  kind: z.enum(blockKinds),
  /** The name, the email or the address range, as people read it. */
  label: z.string(),
  note: z.string(),
  until: instant.nullable(),
  at: instant,
});
export type Block = z.infer<typeof block>;

/** A block of an item's author, or of an address that was typed. */
export const addBlock = z.strictObject({
  /** Client-made: the same again changes nothing. */
  id,
  of: z.union([
    z.strictObject({ item: subject, by: z.enum(['visitor', 'email']) }),
    z.strictObject({ email }),
    /** One network address, or a range: `203.0.113.0/24`. */
    z.strictObject({ address: someLine(60) }),
  ]),
  note: line(200).optional(),
  /** Days after which it ends; absent for a block that stays. */
  days: z.number().int().min(1).max(3_650).optional(),
  /** Whether what of theirs waits is hidden, too. */
  hides: z.boolean().optional(),
});
export type AddBlock = z.infer<typeof addBlock>;
export const blockReply = z.object({ block, hidden: z.array(subject) });
export type BlockReply = z.infer<typeof blockReply>;
export const blockList = z.object({ blocks: z.array(block) });
export type BlockList = z.infer<typeof blockList>;

/** A text that nobody wrote, to see what the rules make of it. */
export const tryText = z.strictObject({
  body: prose(longest.message),
  name: line(longest.name),
  /** Rules that aren't saved yet; absent for the site's. */
  rules: moderationSettings.optional(),
});
export type TryText = z.infer<typeof tryText>;
const outcome = z.object({
  action: z.enum(['publish', ...wordActions]),
  reason: z.enum(heldReasons).nullable(),
  /** The listed word that it holds; null for none. */
  word: z.string().nullable(),
});
export const triedText = z.object({
  /** For somebody's first contribution, and for somebody trusted. */
  first: outcome,
  trusted: outcome,
});
export type TriedText = z.infer<typeof triedText>;
