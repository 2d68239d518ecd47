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
import { heldReasons } from '../core/heldReasons.ts';
import { richText } from '../core/richTextSchema.ts';
import { questionLink } from './schema.ts';
import { answerStates } from './answerStates.ts';

/**
 * A visitor's answer. `id` is made by the browser: the same id again with the same text changes nothing and gets the
 * same answer; with another text it is 409 `conflict`.
 */
export const answerBody = z.strictObject({
  id,
  /** Markdown. */
  body: someProse(longest.details),
  name: line(longest.name).optional(),
  language,
  ...proofOfPerson,
});
export type AnswerBody = z.infer<typeof answerBody>;

/** Without a honeypot: who edits was looked at before. */
export const editAnswerBody = z.strictObject({
  body: someProse(longest.details),
  took: proofOfPerson.took,
  solution: proofOfPerson.solution,
});
export type EditAnswerBody = z.infer<typeof editAnswerBody>;

/** A change of one's own public question; what it said before is kept for the team. */
export const editQuestionBody = z.strictObject({
  title: someLine(longest.title),
  /** Markdown. */
  details: prose(longest.details),
  took: proofOfPerson.took,
  solution: proofOfPerson.solution,
});
export type EditQuestionBody = z.infer<typeof editQuestionBody>;

/** A question of one's own after a change: with other words it may wait. */
export const ownQuestionReply = z.object({
  id,
  title: z.string(),
  details: richText,
  state: z.enum(answerStates),
  editedAt: instant.nullable(),
  path: z.string(),
});
export type OwnQuestionReply = z.infer<typeof ownQuestionReply>;

/** An answer as its author gets it: it may wait. */
export const ownAnswer = z.object({
  id,
  state: z.enum(answerStates),
  author: z.string(),
  at: instant,
  editedAt: instant.nullable(),
  body: z.string(),
  rich: richText,
});
export type OwnAnswer = z.infer<typeof ownAnswer>;

export const ownAnswerReply = z.object({ answer: ownAnswer });
export type OwnAnswerReply = z.infer<typeof ownAnswerReply>;

/** `true` says it, `false` takes it back. */
export const voteBody = z.strictObject({ value: z.boolean(), language });
export type VoteBody = z.infer<typeof voteBody>;

export const acceptBody = z.strictObject({ accepted: z.boolean() });
export type AcceptBody = z.infer<typeof acceptBody>;

/** Wants mails about new answers: they start once the address was confirmed by a link. */
export const followBody = z.strictObject({ id, email, language });
export type FollowBody = z.infer<typeof followBody>;

/** The visitor's own part of a public question. */
export const ownPart = z.object({
  /** True for who asked it: they accept answers. */
  isAsker: z.boolean(),
  /** Whether they may still change it: not once there is an official answer. */
  canEdit: z.boolean(),
  meToo: z.boolean(),
  /** Answers that they said helped. */
  helped: z.array(id),
  /** Their own answers, waiting ones too. */
  answers: z.array(ownAnswer),
});
export type OwnPart = z.infer<typeof ownPart>;

/** Whether to offer asking in public while the team is away. */
export const peers = z.object({
  offered: z.boolean(),
  /** Whether what this visitor asks in public is published without a look of the team's. */
  atOnce: z.boolean(),
  /** Half of the public questions of this time of the day were answered by visitors within so many; null for too few. */
  minutes: z.number().int().nullable(),
});
export type Peers = z.infer<typeof peers>;

/* What staff see and do. */

export const answersQuery = z.object({
  /** `waiting` unless said otherwise. */
  state: z.enum(answerStates).optional(),
  /** Of one question. */
  question: id.optional(),
  /** `next` of the page before. */
  after: line(60).optional(),
});
export type AnswersQuery = z.infer<typeof answersQuery>;

export const staffAnswer = ownAnswer.extend({
  kind: z.enum(['staff', 'visitor', 'imported']),
  verified: z.boolean(),
  /** Why it waits; null for others. */
  reason: z.enum(heldReasons).nullable(),
  official: z.boolean(),
  accepted: z.boolean(),
  helpful: z.number().int(),
  /** Markdown; empty for none. */
  correction: z.string(),
  /** The question that it was split off as; null for others. */
  splitTo: questionLink.nullable(),
  /** Public answers of its author's. */
  publicBefore: z.number().int(),
  question: z.object({
    id,
    title: z.string(),
    path: z.string(),
    language: z.string(),
    /** The conversation that it was made of; null when it was imported. */
    conversation: id.nullable(),
    /** Null while it takes answers. */
    closedReason: z.string().nullable(),
  }),
});
export type StaffAnswer = z.infer<typeof staffAnswer>;

export const staffAnswers = z.object({
  answers: z.array(staffAnswer),
  next: z.string().nullable(),
  /** Answers that wait, of all questions. */
  waiting: z.number().int(),
});
export type StaffAnswers = z.infer<typeof staffAnswers>;

export const answerDecisions = ['publish', 'hide', 'hold'] as const;
/** `hide` takes away, `publish` shows (again), `hold` lets it wait (again). Each can be undone by another. */
export const decideAnswers = z.strictObject({
  ids: z.array(id).min(1).max(100),
  decision: z.enum(answerDecisions),
});
export type DecideAnswers = z.infer<typeof decideAnswers>;

export const decidedAnswers = z.object({ changed: z.number().int() });
export type DecidedAnswers = z.infer<typeof decidedAnswers>;

/** Staff's own answer to a public question. */
export const staffAnswerBody = z.strictObject({
  id,
  body: someProse(longest.details),
  official: z.boolean(),
});
export type StaffAnswerBody = z.infer<typeof staffAnswerBody>;

export const staffAnswerReply = z.object({ answer: staffAnswer });
export type StaffAnswerReply = z.infer<typeof staffAnswerReply>;

/** An answer that becomes a question of its own. `id` is the question's; the same again changes nothing. */
export const splitBody = z.strictObject({
  id,
  title: someLine(longest.title),
  /** Markdown: what the answer said, or what of it belongs to the question. */
  details: prose(longest.details),
  language,
  /** Whether who follows the first question follows this one, too; they do unless said otherwise. */
  followers: z.boolean().optional(),
});
export type SplitBody = z.infer<typeof splitBody>;

export const splitReply = z.object({ question: questionLink });
export type SplitReply = z.infer<typeof splitReply>;

/** Earlier versions of an answer, the newest first. */
export const answerHistory = z.object({
  versions: z.array(
    z.object({
      id,
      body: z.string(),
      /** True when staff replaced it; false when its author did. */
      byStaff: z.boolean(),
      at: instant,
    }),
  ),
});
export type AnswerHistory = z.infer<typeof answerHistory>;

/** Earlier words of a question, the newest first. */
export const questionHistory = z.object({
  versions: z.array(
    z.object({
      id,
      title: z.string(),
      details: z.string(),
      /** True when staff replaced them; false when whoever asked did. */
      byStaff: z.boolean(),
      at: instant,
    }),
  ),
});
export type QuestionHistory = z.infer<typeof questionHistory>;

/** Closes a question to further answers with a reason that readers see, or opens it again. */
export const closeBody = z.discriminatedUnion('closed', [
  z.strictObject({ closed: z.literal(true), reason: someProse(500) }),
  z.strictObject({ closed: z.literal(false) }),
]);
export type CloseBody = z.infer<typeof closeBody>;

/** Null for no category. */
export const categoryBody = z.strictObject({ category: line(longest.category).nullable() });
export type CategoryBody = z.infer<typeof categoryBody>;
