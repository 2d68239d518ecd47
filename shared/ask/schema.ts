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
} from '../core/fields.ts';
import { richText } from '../core/richTextSchema.ts';
import { hostPage } from '../core/conversations/hostPage.ts';
import { visitorThread } from '../core/conversations/schema.ts';

export const suggestQuery = z.object({
  q: z.string().max(longest.query),
  /** The page's language: a prior, not a filter. */
  language: language.optional(),
});
export type SuggestQuery = z.infer<typeof suggestQuery>;

export const suggestion = z.object({
  /** The public question. */
  id,
  title: z.string(),
  /** Ranges of the title to mark, in UTF-16 code units. */
  matches: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
  /** The first words of the answer, plain text, at most 160 characters. */
  snippet: z.string(),
  official: z.boolean(),
  accepted: z.boolean(),
  language: z.string(),
});
export type Suggestion = z.infer<typeof suggestion>;

/** At most 3, best first. */
export const suggestions = z.object({ suggestions: z.array(suggestion) });
export type Suggestions = z.infer<typeof suggestions>;

/** A correction by staff under an answer that stays. */
export const correction = z.object({ rich: richText, by: z.string(), at: instant });

export const answer = z.object({
  id,
  author: z.string(),
  /** `imported` came from a file of the owner's. */
  kind: z.enum(['staff', 'visitor', 'imported']),
  /** True when the host's page signed who they are. */
  verified: z.boolean(),
  at: instant,
  editedAt: instant.nullable(),
  rich: richText,
  official: z.boolean(),
  /** By who asked, or by staff. */
  accepted: z.boolean(),
  /** The number of people it helped. */
  helpful: z.number().int(),
  correction: correction.nullable(),
});
export type Answer = z.infer<typeof answer>;

/** A public question and its page. */
export const questionLink = z.object({ id, title: z.string(), path: z.string() });
export type QuestionLink = z.infer<typeof questionLink>;

export const publicQuestion = z.object({
  id,
  title: z.string(),
  details: richText,
  language: z.string(),
  category: z.string().nullable(),
  askedBy: z.string(),
  at: instant,
  /** Official ones first, then accepted ones, then by how many they helped. */
  answers: z.array(answer),
  /** The number of people with the same question, besides who asked. */
  meToo: z.number().int(),
  /** Whether visitors answer each other on this site: vote, follow, and answer where `takesAnswers`. */
  isCommunity: z.boolean(),
  /** Whether visitors may answer. */
  takesAnswers: z.boolean(),
  /** Why staff closed it to further answers; null while it isn't closed. */
  closed: z.object({ reason: z.string(), at: instant }).nullable(),
  /** Path of the server-rendered page. */
  path: z.string(),
  /** The number of people who said that it solved their question. */
  solved: z.number().int(),
  /** The question that it was split off from; null for others. */
  splitFrom: questionLink.nullable(),
  /** When whoever asked last changed its words; null while they didn't. */
  editedAt: instant.nullable(),
  /** Questions that answers to it became; `answer` is where each stood. */
  splits: z.array(questionLink.extend({ answer: id })),
});
export type PublicQuestion = z.infer<typeof publicQuestion>;

/**
 * A question for a human. `id` is made by the browser: the same id again with the same text changes nothing and gets
 * the same answer; with another text it is 409 `conflict`.
 */
export const askBody = z.strictObject({
  id,
  title: someLine(longest.title),
  details: prose(longest.details).optional(),
  category: line(longest.category).optional(),
  name: line(longest.name).optional(),
  email: email.optional(),
  visibility: z.enum(['public', 'private']),
  language,
  page: hostPage.optional(),
  /** The suggestion session of {@link suggestionEventBody}, so that "sent after seeing suggestions" can be counted. */
  session: id.optional(),
  ...proofOfPerson,
});
export type AskBody = z.infer<typeof askBody>;

/** Heard: the visitor's view of what was just made; the promise says by whom and by when. */
export const askReply = visitorThread;
export type AskReply = z.infer<typeof askReply>;

/**
 * An outcome of suggestions, for the self-service figure. `session` is a random id that lives in the page's memory
 * only, from the first typed letter to "solved" or "sent"; nothing is stored in the browser for it.
 */
export const suggestionEventBody = z.strictObject({
  id,
  session: id,
  kind: z.enum(['shown', 'opened', 'solved', 'not_quite']),
  question: id,
  /** The typed text. */
  query: line(longest.query),
  language,
});
export type SuggestionEventBody = z.infer<typeof suggestionEventBody>;
