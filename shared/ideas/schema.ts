import { z } from 'zod';
import {
  email,
  id,
  instant,
  language,
  line,
  longest,
  proofOfPerson,
  prose,
  someLine,
  someProse,
} from '../core/fields.ts';
import { richText } from '../core/richTextSchema.ts';
import { ideaOrders, ideaStates, ideaStatuses } from './states.ts';

/** Ideas of one page of a list. */
export const ideasPerPage = 30;

/** An idea as lists show it. */
export const ideaCard = z.object({
  id,
  title: z.string(),
  /** The first words of the details, plain text. */
  snippet: z.string(),
  language: z.string(),
  status: z.enum(ideaStatuses),
  /** The number of people who voted for it, once each. */
  votes: z.number().int(),
  at: instant,
  /** Path of the server-rendered page. */
  path: z.string(),
});
export type IdeaCard = z.infer<typeof ideaCard>;

/** A step of an idea's history, the team's note with it. */
export const ideaStep = z.object({ status: z.enum(ideaStatuses), note: richText, at: instant });

/** A reply to an idea, as its readers get it. */
export const ideaReply = z.object({
  id,
  /** Empty for somebody without a name. */
  author: z.string(),
  /** The team's are official. */
  kind: z.enum(['visitor', 'staff']),
  verified: z.boolean(),
  rich: richText,
  at: instant,
  editedAt: instant.nullable(),
});
export type IdeaReply = z.infer<typeof ideaReply>;

export const publicIdea = ideaCard.extend({
  details: richText,
  /** Empty for somebody without a name. */
  author: z.string(),
  /** True when the host's page signed who they are. */
  verified: z.boolean(),
  editedAt: instant.nullable(),
  /** Changes of the status, the newest first. */
  history: z.array(ideaStep),
  /** Replies, the oldest first. */
  replies: z.array(ideaReply),
});
export type PublicIdea = z.infer<typeof publicIdea>;

export const ideasQuery = z.object({
  status: z.enum(ideaStatuses).optional(),
  order: z.enum(ideaOrders).optional(),
  /** Words to search for; the best match first, whatever the order. */
  q: line(longest.query).optional(),
  page: z.coerce.number().int().min(1).max(1_000).optional(),
});
export type IdeasQuery = z.infer<typeof ideasQuery>;

export const ideaList = z.object({ ideas: z.array(ideaCard), total: z.number().int() });
export type IdeaList = z.infer<typeof ideaList>;

/**
 * A visitor's idea. `id` is made by the browser: the same id again with the same text changes nothing and gets the same
 * answer; with another text it is 409 `conflict`.
 */
export const ideaBody = z.strictObject({
  id,
  title: someLine(longest.title),
  /** Markdown. */
  details: prose(longest.details).optional(),
  name: line(longest.name).optional(),
  language,
  ...proofOfPerson,
});
export type IdeaBody = z.infer<typeof ideaBody>;

/** A visitor's own idea, which may wait for the team. */
export const ownIdea = z.object({ idea: publicIdea.extend({ state: z.enum(ideaStates) }) });
export type OwnIdea = z.infer<typeof ownIdea>;

export const ideaVoteBody = z.strictObject({
  /** False takes the vote back. */
  value: z.boolean(),
  language,
});
export type IdeaVoteBody = z.infer<typeof ideaVoteBody>;

export const ideaVoteReply = z.object({ voted: z.boolean(), votes: z.number().int() });
export type IdeaVoteReply = z.infer<typeof ideaVoteReply>;

export const followIdeaBody = z.strictObject({ id, email, language });
export type FollowIdeaBody = z.infer<typeof followIdeaBody>;

/** A change of one's own idea; what it said before is kept for the team. */
export const editOwnIdeaBody = z.strictObject({
  title: someLine(longest.title),
  /** Markdown. */
  details: prose(longest.details),
  took: proofOfPerson.took,
  solution: proofOfPerson.solution,
});
export type EditOwnIdeaBody = z.infer<typeof editOwnIdeaBody>;

/**
 * A visitor's reply. `id` is made by the browser: the same id again with the same text changes nothing and gets the same
 * answer; with another text it is 409 `conflict`.
 */
export const replyBody = z.strictObject({
  id,
  /** Markdown. */
  body: someProse(longest.details),
  name: line(longest.name).optional(),
  language,
  ...proofOfPerson,
});
export type ReplyBody = z.infer<typeof replyBody>;

export const editReplyBody = z.strictObject({
  body: someProse(longest.details),
  took: proofOfPerson.took,
  solution: proofOfPerson.solution,
});
export type EditReplyBody = z.infer<typeof editReplyBody>;

/** A reply as its author gets it: it may wait. */
export const ownIdeaReply = ideaReply.extend({ state: z.enum(ideaStates), body: z.string() });
export type OwnIdeaReply = z.infer<typeof ownIdeaReply>;
export const ownIdeaReplyReply = z.object({ reply: ownIdeaReply });
export type OwnIdeaReplyReply = z.infer<typeof ownIdeaReplyReply>;

/** The part of an idea that is about oneself. */
export const ownIdeaPart = z.object({
  voted: z.boolean(),
  isAuthor: z.boolean(),
  /** Whether its author may still change it: not once the team gave it a status. */
  canEdit: z.boolean(),
  /** Their own replies, waiting ones too. */
  replies: z.array(ownIdeaReply),
});
export type OwnIdeaPart = z.infer<typeof ownIdeaPart>;
