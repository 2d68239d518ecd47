import { z } from 'zod';
import { id, instant, language, line, longest, prose, someLine, someProse } from '../core/fields.ts';
import { heldReasons } from '../core/heldReasons.ts';
import { richText } from '../core/richTextSchema.ts';
import { ideaReply } from './schema.ts';
import { ideaOrders, ideaStates, ideaStatuses } from './states.ts';

/** Longest public note of the team, code units. */
export const maxNote = 2_000;

/** An idea as staff see it in a list. */
export const staffIdea = z.object({
  id,
  title: z.string(),
  /** Markdown, as written. */
  details: z.string(),
  rich: richText,
  language: z.string(),
  author: z.string(),
  verified: z.boolean(),
  state: z.enum(ideaStates),
  /** Why it waits; null for others. */
  reason: z.enum(heldReasons).nullable(),
  status: z.enum(ideaStatuses),
  /** The team's current note, Markdown. */
  note: z.string(),
  noteRich: richText,
  votes: z.number().int(),
  /** The number of conversations in which somebody asked for it. */
  conversations: z.number().int(),
  /** The idea that it was merged into; null for none. */
  mergedInto: id.nullable(),
  at: instant,
  editedAt: instant.nullable(),
  path: z.string(),
});
export type StaffIdea = z.infer<typeof staffIdea>;

export const staffIdeasQuery = z.object({
  /** `public` unless said otherwise. */
  state: z.enum(ideaStates).optional(),
  status: z.enum(ideaStatuses).optional(),
  order: z.enum(ideaOrders).optional(),
  /** Words to search for in titles and details. */
  q: line(longest.query).optional(),
  page: z.coerce.number().int().min(1).max(1_000).optional(),
});
export type StaffIdeasQuery = z.infer<typeof staffIdeasQuery>;

export const staffIdeas = z.object({
  ideas: z.array(staffIdea),
  total: z.number().int(),
  /** Ideas that wait for a decision, in any list. */
  waiting: z.number().int(),
  /** Whether the site shows its ideas to visitors. */
  isOn: z.boolean(),
});
export type StaffIdeas = z.infer<typeof staffIdeas>;

/** A conversation in which somebody asked for an idea. */
export const ideaConversation = z.object({
  /** Null where it was erased. */
  conversation: id.nullable(),
  subject: z.string(),
  visitor: z.string(),
  /** The name of who of the team linked it. */
  by: z.string(),
  at: instant,
});

export const staffIdeaDetail = z.object({
  idea: staffIdea,
  history: z.array(
    z.object({
      id,
      status: z.enum(ideaStatuses),
      note: z.string(),
      noteRich: richText,
      by: z.string(),
      at: instant,
    }),
  ),
  /** Earlier words, the newest first. */
  versions: z.array(z.object({ id, title: z.string(), details: z.string(), by: z.string(), at: instant })),
  /** Replies of any state, the oldest first, with what each said before. */
  replies: z.array(
    ideaReply.extend({
      state: z.enum(ideaStates),
      /** Why it waits; null for others. */
      reason: z.enum(heldReasons).nullable(),
      versions: z.array(z.object({ body: z.string(), at: instant })),
    }),
  ),
  /** Where it was asked for, the newest first; at most 100. */
  conversations: z.array(ideaConversation),
  /** Ideas that were merged into it. */
  merged: z.array(z.object({ id, title: z.string(), votes: z.number().int() })),
});
export type StaffIdeaDetail = z.infer<typeof staffIdeaDetail>;

/** An idea of the team's, or one that they write down for a customer. `id` is made by the browser. */
export const staffIdeaBody = z.strictObject({
  id,
  title: someLine(longest.title),
  details: prose(longest.details),
  language,
});
export type StaffIdeaBody = z.infer<typeof staffIdeaBody>;

/** A change of its words; what it said before is kept. */
export const editIdeaBody = z.strictObject({
  title: someLine(longest.title),
  details: prose(longest.details),
});
export type EditIdeaBody = z.infer<typeof editIdeaBody>;

/** A change of the status. `id` is made by the browser: the same again changes nothing. */
export const ideaStatusBody = z.strictObject({
  id,
  status: z.enum(ideaStatuses),
  /** For everybody to read, Markdown. Required for `declined`. */
  note: prose(maxNote),
});
export type IdeaStatusBody = z.infer<typeof ideaStatusBody>;

/** The team's reply. `id` is made by the browser: the same again changes nothing. */
export const staffReplyBody = z.strictObject({ id, body: someProse(longest.details) });
export type StaffReplyBody = z.infer<typeof staffReplyBody>;

export const decideIdeas = z.strictObject({
  ids: z.array(id).min(1).max(100),
  decision: z.enum(['publish', 'hide', 'hold']),
});
export type DecideIdeas = z.infer<typeof decideIdeas>;

export const decidedIdeas = z.object({ changed: z.number().int() });
export type DecidedIdeas = z.infer<typeof decidedIdeas>;

export const mergeIdeaBody = z.strictObject({ into: id });
export type MergeIdeaBody = z.infer<typeof mergeIdeaBody>;

/** Ideas that were voted for out of a conversation. */
export const conversationIdeas = z.object({
  /** Whether the site has ideas. */
  isOn: z.boolean(),
  ideas: z.array(
    z.object({
      id,
      title: z.string(),
      status: z.enum(ideaStatuses),
      votes: z.number().int(),
      path: z.string(),
    }),
  ),
});
export type ConversationIdeas = z.infer<typeof conversationIdeas>;
