import { hasVisibleText } from '../core/visibleText.ts';
import { z } from 'zod';
import {
  email,
  id,
  instant,
  language,
  line,
  longest,
  prose,
  reckonedInstant,
  someLine,
  webUrl,
} from '../core/fields.ts';
import { calendarDay } from '../core/people/hours.ts';
import { promise } from '../core/conversations/schema.ts';
import { exposureCounts, promptRule } from '../core/prompts/schema.ts';
import { maxRepeatDays } from '../core/prompts/options.ts';
import { highestScore, maxBody, npsGroups, responseSources } from './groups.ts';

/** The owner's texts by language, in place of ours. */
const ownTexts = z.record(language, line(200)).refine((words) => Object.keys(words).length <= 20, {
  params: { code: 'too_many' },
});

export const surveyDraft = z.object({
  /** For staff alone. */
  name: someLine(80),
  question: ownTexts,
  /** The question afterwards, by group. */
  follow: z.object({ promoter: ownTexts, passive: ownTexts, detractor: ownTexts }),
  /** Where promoters may say it to others: a review, a referral; empty for nowhere. */
  link: z.union([z.literal(''), webUrl]),
  /** Detractors are offered that somebody makes it right: a conversation in the inbox. */
  makeRight: z.boolean(),
  /** The assignee of those conversations; null for nobody yet. */
  owner: id.nullable(),
  /** Least days between two surveys of the site for one person, whichever they are. */
  apartDays: z.number().int().min(0).max(maxRepeatDays),
  rule: promptRule,
});

export const saveSurvey = z.object({ revision: z.number().int().min(0), draft: surveyDraft });
export const removeSurvey = z.object({ revision: z.number().int().min(1) });
export const removedReply = z.object({ done: z.literal(true) });
export const staffSurvey = surveyDraft.extend({
  id,
  revision: z.number().int(),
  changedAt: instant,
  counts: exposureCounts,
  answered: z.number().int(),
});
export const surveyList = z.object({ surveys: z.array(staffSurvey) });
export const surveyReply = z.object({ survey: staffSurvey });

/** Without an id: the first that is on. */
export const surveyQuery = z.object({ survey: id.optional(), language });
/** A survey as a visitor needs it: empty texts are ours. */
export const surveyShown = z.object({
  survey: z
    .object({
      id,
      site: z.string(),
      question: z.string(),
      follow: z.object({ promoter: z.string(), passive: z.string(), detractor: z.string() }),
      link: z.string(),
      makeRight: z.boolean(),
    })
    .nullable(),
});
export type SurveyShown = NonNullable<z.infer<typeof surveyShown>['survey']>;

/** A whole number from 0 to 10: halves are no answer. */
export const score = z.number().int().min(0).max(highestScore);

/** An answer, and what is changed of it within the hour. */
export const answer = z.object({
  survey: id,
  score,
  text: prose(maxBody),
  language,
  source: z.enum(responseSources),
  /** The page's path. */
  page: line(300),
  /** Attributes of the visitor from the site's script, for comparing groups. */
  attributes: z
    .record(z.string().regex(/^[\p{L}\p{N} ._-]{1,40}$/u), line(200))
    .refine((all) => Object.keys(all).length <= 20, { params: { code: 'too_many' } })
    .optional(),
  /** Proof of work, where it was asked for. */
  solution: z.string().max(2_000).optional(),
});
export type Answer = z.infer<typeof answer>;

export const answerReply = z.object({
  response: z.object({ id, score, text: z.string(), editableUntil: instant }),
});
export type AnswerReply = z.infer<typeof answerReply>;

/** "We want to make it right": what they write, and where we may reach them. */
export const makeRight = z.object({
  id,
  body: prose(longest.message).refine(hasVisibleText, { params: { code: 'required' } }),
  email: email.optional(),
  language,
});
export type MakeRight = z.infer<typeof makeRight>;
export const makeRightReply = z.object({ conversation: id, promise: promise.nullable() });

/* For staff. */

/** When a time begins or ends: an instant in milliseconds, or a day in the site's zone, as a whole. */
const moment = z.union([z.coerce.number().pipe(instant), calendarDay]);
export type Moment = z.infer<typeof moment>;

export const reportQuery = z.object({
  survey: id.optional(),
  from: moment,
  /** An instant is not part of it, a day is. */
  until: moment,
  /** The period to compare with; as long a time right before it where neither is given. */
  beforeFrom: moment.optional(),
  beforeUntil: moment.optional(),
  /** An attribute's name whose values are told apart. */
  by: line(40).optional(),
});

export type ReportQuery = z.infer<typeof reportQuery>;

/** A score with the ends of its 95 % interval, -100 to 100; null over no answer. */
export const npsFigure = z.object({
  n: z.number().int(),
  promoters: z.number().int(),
  passives: z.number().int(),
  detractors: z.number().int(),
  score: z.number().nullable(),
  from: z.number().nullable(),
  to: z.number().nullable(),
});
export type NpsFigure = z.infer<typeof npsFigure>;

export const npsReport = z.object({
  /** The times that are compared, their ends not included. */
  from: reckonedInstant,
  until: reckonedInstant,
  beforeFrom: reckonedInstant,
  beforeUntil: reckonedInstant,
  all: npsFigure,
  /** The time that it is compared with. */
  before: npsFigure,
  /** The change since, with its interval and the probability of so much by chance; null over too little. */
  change: z.object({ value: z.number(), from: z.number(), to: z.number(), p: z.number() }).nullable(),
  /** Answers of nobody whom the site knows: they may be one person's several. */
  anonymous: z.number().int(),
  /** Answers that a later one of the same person stands for. */
  replaced: z.number().int(),
  distribution: z.array(z.number().int()).length(highestScore + 1),
  shown: z.number().int(),
  dismissed: z.number().int(),
  /** Answers that came by a prompt: what response rates are of. */
  prompted: z.number().int(),
  /** The site's, in which weeks and months begin. */
  zone: z.string(),
  weeks: z.array(npsFigure.extend({ at: reckonedInstant })),
  months: z.array(npsFigure.extend({ at: reckonedInstant })),
  pages: z.array(npsFigure.extend({ name: z.string() })),
  languages: z.array(npsFigure.extend({ name: z.string() })),
  values: z.array(npsFigure.extend({ name: z.string() })),
  /** Names of attributes that answers carry. */
  attributes: z.array(z.string()),
});
export type NpsReport = z.infer<typeof npsReport>;

export const responseFilter = z.object({
  survey: id.optional(),
  from: moment.optional(),
  until: moment.optional(),
  group: z.enum(npsGroups).optional(),
  language: language.optional(),
  label: line(60).optional(),
  /** `1`: with words only. */
  words: z.enum(['0', '1']).optional(),
  search: line(100).optional(),
  before: id.optional(),
});
export type ResponseFilter = z.infer<typeof responseFilter>;

export const staffResponse = z.object({
  id,
  survey: id,
  score,
  text: z.string(),
  at: instant,
  language: z.string(),
  page: z.string(),
  source: z.enum(responseSources),
  attributes: z.record(z.string(), z.string()),
  /** The person's name, where known. */
  name: z.string(),
  visitor: z.string().nullable(),
  conversation: z.string().nullable(),
  labels: z.array(z.string()),
});
export type StaffResponse = z.infer<typeof staffResponse>;
export const responseList = z.object({
  responses: z.array(staffResponse),
  /** Ask for what is before this one; null at the end. */
  before: z.string().nullable(),
  /** In which the site's answers are. */
  languages: z.array(z.string()),
});
export const visitorResponses = z.object({ responses: z.array(staffResponse) });
export const labelResponse = z.object({ labels: z.array(someLine(60)).max(10) });

/** Recipients of a survey by mail: each gets a link of their own. */
export const makeLinks = z.object({ recipients: z.array(someLine(254)).min(1).max(1_000), language });
export const linksReply = z.object({
  links: z.array(z.object({ recipient: z.string(), url: z.string() })),
});
