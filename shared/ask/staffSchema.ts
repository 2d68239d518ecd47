import { z } from 'zod';
import { id, instant, language, longest, prose, someLine, someProse } from '../core/fields.ts';

/**
 * Makes a conversation a public question with one of its staff messages as the answer. Where visitors may answer, it can
 * be published without one: `message` and `answer` are left out together.
 */
export const publishBody = z.strictObject({
  /** The staff message that answers. */
  message: id.optional(),
  title: someLine(longest.title),
  /** Markdown shown publicly: private details out of the visitor's words and the reply can be edited away. */
  details: prose(longest.details),
  answer: someProse(longest.details).optional(),
  language,
  official: z.boolean(),
  /** Asked for where the visitor wanted only the team to know: what is published tells nothing of them, or they agreed. */
  despitePrivacy: z.boolean().optional(),
});
export type PublishBody = z.infer<typeof publishBody>;

/** A change of an answer; what is left out stays as it is. */
export const changeAnswer = z.strictObject({
  official: z.boolean().optional(),
  accepted: z.boolean().optional(),
  /** Markdown; what it said before is kept. */
  body: someProse(longest.details).optional(),
  /** A note that sets it right, Markdown, shown with it; empty takes the note away. */
  correction: prose(longest.details).optional(),
});
export type ChangeAnswer = z.infer<typeof changeAnswer>;

/** The public question made of a conversation, as the inbox shows it. */
export const madeQuestion = z.object({
  /** Whether visitors answer public questions on this site. */
  takesAnswers: z.boolean(),
  question: z
    .object({
      id,
      title: z.string(),
      path: z.string(),
      solved: z.number().int(),
      category: z.string().nullable(),
      /** Why it takes no more answers; null while it does. */
      closedReason: z.string().nullable(),
      /** Answers of visitors that wait for a decision. */
      waiting: z.number().int(),
      answers: z.array(z.object({ id, message: id.nullable(), official: z.boolean() })),
    })
    .nullable(),
});
export type MadeQuestion = z.infer<typeof madeQuestion>;

export const fittingAnswers = z.object({
  answers: z.array(
    z.object({
      question: id,
      title: z.string(),
      /** Markdown, as it was written: to be put into a reply. */
      body: z.string(),
      official: z.boolean(),
      /** No visitor can read it: its words may be put into a reply, never the way to it. */
      isTeamOnly: z.boolean(),
      /** Written to be sent as it stands, once what it leaves open (`{{visitor.name}}`) is filled in. */
      isCanned: z.boolean(),
      path: z.string(),
    }),
  ),
});
export type FittingAnswers = z.infer<typeof fittingAnswers>;

/** Says that a question has the same answer as another; from then on both are phrasings of it. */
export const duplicateBody = z.strictObject({ of: id });
export type DuplicateBody = z.infer<typeof duplicateBody>;

export const duplicates = z.object({
  /** The question whose answer this one shares. */
  duplicateOf: id.nullable(),
  /** Questions that share this one's answer. */
  duplicates: z.array(z.object({ id, title: z.string() })),
});
export type Duplicates = z.infer<typeof duplicates>;

/** Other words that lead to a question, the strongest first. */
export const questionPhrasings = z.object({
  phrasings: z.array(
    z.object({
      id,
      text: z.string(),
      /** `learned`: typed by people whom the answer helped. */
      source: z.enum(['import', 'learned']),
      /** People whom it helped, less those whom it did not. */
      agreed: z.number().int(),
      at: instant,
    }),
  ),
});
export type QuestionPhrasings = z.infer<typeof questionPhrasings>;

/** Words that stand for each other when people search. */
export const synonymBody = z.strictObject({ id, words: z.array(someLine(60)).min(2).max(12) });
export type SynonymBody = z.infer<typeof synonymBody>;

export const siteSynonyms = z.object({ synonyms: z.array(z.object({ id, words: z.array(z.string()) })) });
export type SiteSynonyms = z.infer<typeof siteSynonyms>;

/** A question that comes first for every text that contains the phrase. */
export const pinBody = z.strictObject({ id, phrase: someLine(120), question: id });
export type PinBody = z.infer<typeof pinBody>;

export const sitePins = z.object({
  pins: z.array(
    z.object({
      id,
      phrase: z.string(),
      question: id,
      /** Of the question; empty when it is gone. */
      title: z.string(),
      /** False when nobody can read the question any more: the pin shows nothing. */
      isPublic: z.boolean(),
    }),
  ),
});
export type SitePins = z.infer<typeof sitePins>;

export const explanationQuery = z.object({ q: z.string().max(longest.query) });
export type ExplanationQuery = z.infer<typeof explanationQuery>;

/** Why a text finds what it finds, and why it does not show what it does not. */
export const searchExplanation = z.object({
  /** Least confidence that is shown. */
  floor: z.number(),
  /** `database`: the index is being built; what is found now is a substitute. */
  from: z.enum(['index', 'database']),
  /** Other texts that were searched, too, because of synonyms. */
  alternatives: z.array(z.string()),
  results: z.array(
    z.object({
      question: id,
      title: z.string(),
      /** Of all its phrasings, the one that matched best. */
      phrasing: z.string(),
      confidence: z.number(),
      /** The spelling under which it was found, as typed on another keyboard or in other letters; null for the typed one. */
      readAs: z.string().nullable(),
      /** The phrase that its pin is for; null where it was found by its words. */
      pinnedFor: z.string().nullable(),
      verdict: z.enum(['shown', 'pinned', 'below_floor', 'beyond_three', 'not_public']),
      /** Which typed word met which word of the phrasing or the answer, and how closely (0..1). */
      words: z.array(
        z.object({
          query: z.string(),
          found: z.string(),
          closeness: z.number(),
          place: z.enum(['title', 'body']),
        }),
      ),
    }),
  ),
});
export type SearchExplanation = z.infer<typeof searchExplanation>;

/** Questions that share another's answer: the newest hundred. */
export const duplicateLinks = z.object({
  links: z.array(z.object({ question: id, title: z.string(), of: id, ofTitle: z.string() })),
});
export type DuplicateLinks = z.infer<typeof duplicateLinks>;

/** Phrasings that were learned from visitors, of all questions: the newest hundred. */
export const learnedPhrasings = z.object({
  phrasings: z.array(
    z.object({
      id,
      text: z.string(),
      question: id,
      title: z.string(),
      /** People whom it helped, less those whom it did not. */
      agreed: z.number().int(),
      at: instant,
    }),
  ),
});
export type LearnedPhrasings = z.infer<typeof learnedPhrasings>;

/** Typed texts that were shown no answer and sent to the team, and for which none would be shown today. */
export const emptySearches = z.object({
  searches: z.array(
    z.object({
      /** As it was typed last. */
      text: z.string(),
      /** People who sent it. */
      people: z.number().int(),
      /** When it was last sent. */
      at: instant,
    }),
  ),
});
export type EmptySearches = z.infer<typeof emptySearches>;

/** A search that needs no answer: whoever sent it so far, it is listed no more. */
export const dismissBody = z.strictObject({ text: someLine(longest.title) });
export type DismissBody = z.infer<typeof dismissBody>;

export const searchState = z.object({
  /** `building`: the database's full text answers meanwhile. */
  index: z.enum(['ready', 'building']),
  /** Least confidence that is shown. */
  floor: z.number(),
  /** Comparing by meaning; null where no endpoint is configured. */
  embeddings: z
    .object({
      model: z.string(),
      /** Host of the endpoint. */
      host: z.string(),
      /** When it last answered, and last failed, since the server's start. */
      answeredAt: instant.nullable(),
      failedAt: instant.nullable(),
      /** Why it last failed. */
      lastError: z.string().nullable(),
      /** It failed several times in a row, and is left alone for half a minute. */
      isResting: z.boolean(),
    })
    .nullable(),
});
export type SearchState = z.infer<typeof searchState>;

/** Searches without a good answer, by subject; of the last 90 days, those of most people first. */
export const gaps = z.object({
  gaps: z.array(
    z.object({
      /** As most people put it. */
      title: z.string(),
      /** All ways in which it was put. */
      phrasings: z.array(z.string()),
      /** Some of them, without the first. */
      examples: z.array(z.string()),
      people: z.number().int(),
      times: z.number().int(),
      /** Counts of searches that showed nothing, led to a question all the same, and were reworded. */
      nothing: z.number().int(),
      asked: z.number().int(),
      refined: z.number().int(),
      since: instant,
      last: instant,
    }),
  ),
});
export type Gaps = z.infer<typeof gaps>;
export const gapBody = z.strictObject({ phrasings: z.array(someLine(longest.query)).min(1).max(40) });
export type GapBody = z.infer<typeof gapBody>;
