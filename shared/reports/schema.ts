import { z } from 'zod';
import { factKinds } from '../core/facts/kinds.ts';
import { id, instant, line } from '../core/fields.ts';
import { calendarDay } from '../core/people/hours.ts';

/** Days of the site's zone; both are part of the period. */
export const reportPeriod = z.object({ from: calendarDay, until: calendarDay });
export const reportQuery = reportPeriod.extend({
  /** The period to compare with; as many days right before it where neither is given. */
  beforeFrom: calendarDay.optional(),
  beforeUntil: calendarDay.optional(),
});
export type ReportQuery = z.infer<typeof reportQuery>;

/** The days of facts that are exported, and how they are written: a line of JSON each, or a table. */
export const factsQuery = reportPeriod.extend({ format: z.enum(['jsonl', 'csv']).default('jsonl') });
export type FactsQuery = z.infer<typeof factsQuery>;

/** Null: too few to tell. */
const change = z.enum(['better', 'worse', 'same']).nullable();
export type ReportChange = z.infer<typeof change>;

const count = z.number().int();

/** Seconds; nulls of nothing. */
const duration = z.object({
  n: count,
  median: z.number().nullable(),
  p90: z.number().nullable(),
  /** The same by the clock, nights and weekends included. */
  clockMedian: z.number().nullable(),
  clockP90: z.number().nullable(),
});
export type Duration = z.infer<typeof duration>;

const comparedDuration = z.object({ now: duration, before: duration, change });
export type ComparedDuration = z.infer<typeof comparedDuration>;

/** Of a channel, a team or a person. The name is empty of who is no more. */
const namedDuration = comparedDuration.extend({ id: z.string(), name: z.string() });

const durations = z.object({
  all: comparedDuration,
  channels: z.array(namedDuration),
  teams: z.array(namedDuration),
  people: z.array(namedDuration),
});
export type Durations = z.infer<typeof durations>;

/** A share: how many of how many. */
const share = z.object({ hits: count, of: count });
export type Share = z.infer<typeof share>;
const comparedShare = z.object({ now: share, before: share, change });
export type ComparedShare = z.infer<typeof comparedShare>;
const comparedCount = z.object({ now: count, before: count });

const volume = z.object({ opened: count, in: count, out: count });
export type Volume = z.infer<typeof volume>;

const npsFigure = z.object({
  n: count,
  promoters: count,
  passives: count,
  detractors: count,
  score: z.number().nullable(),
  from: z.number().nullable(),
  to: z.number().nullable(),
});

/** Ratings of conversations, with the 95 % interval (Wilson) of the share that is good; nulls of none. */
const ratingFigure = z.object({
  good: count,
  okay: count,
  bad: count,
  /** Conversations whose visitors were asked. */
  asked: count,
  from: z.number().nullable(),
  to: z.number().nullable(),
});
export type RatingFigure = z.infer<typeof ratingFigure>;
const comparedRating = z.object({ now: ratingFigure, before: ratingFigure, change });
const namedRating = comparedRating.extend({ id: z.string(), name: z.string() });

const ratings = comparedRating.extend({
  /** Rated of asked. */
  responses: comparedShare,
  channels: z.array(namedRating),
  teams: z.array(namedRating),
});
export type ReportRatings = z.infer<typeof ratings>;

/** Two hours of a weekday in which nobody was online, and in which what waited longest altogether began to wait. */
const waiting = z.object({
  /** Monday is 0. */
  weekday: count,
  /** The first of the two hours. */
  hour: count,
  /** Conversations that began in them. */
  n: count,
  /** Their time up to the first reply, by the clock. */
  seconds: count,
});
export type Waiting = z.infer<typeof waiting>;

export const siteReport = z.object({
  period: reportPeriod,
  before: reportPeriod,
  zone: z.string(),
  /** The first day that anything is known of; null of nothing. */
  since: calendarDay.nullable(),
  /** The people whose figures stand under `people`: everybody's, or the reader's own. */
  people: z.enum(['all', 'own']),
  volume: z.object({
    all: z.object({ now: volume, before: volume }),
    channels: z.array(z.object({ channel: z.string(), now: volume, before: volume })),
    days: z.array(volume.extend({ day: calendarDay })),
  }),
  /** Visitors' messages by weekday (Monday first) and hour of the site's clock. */
  heat: z.array(z.array(count)),
  /** Replies by the team, and public answers by anybody, alike. */
  answered: z.array(z.array(count)),
  /** Members of staff who were online, on average; null of a time in which that wasn't kept. */
  online: z
    .object({
      /** The first day that counts. */
      since: calendarDay,
      average: z.number(),
      /** By weekday (Monday first) and hour. */
      week: z.array(z.array(z.number())),
    })
    .nullable(),
  waiting: waiting.nullable(),
  firstReply: durations,
  resolution: durations,
  promises: z.object({ kept: comparedShare, moved: comparedCount }),
  /** Open when the period began. */
  openBefore: count,
  /** Open at the end of each day. */
  backlog: z.array(z.object({ day: calendarDay, open: count })),
  /** Ages of what was open at the period's end, or now. */
  age: z.object({
    at: instant,
    /** Under a day, 1 to 3 days, 3 to 7 days, longer. */
    counts: z.array(count),
    /** The oldest of it that is still stored. */
    oldest: z.array(z.object({ id, subject: z.string(), since: instant, isOpen: z.boolean() })),
  }),
  reopened: comparedShare,
  selfService: z.object({
    /** Solved of solved and asked; opened of shown; solved of opened. */
    solved: comparedShare,
    opened: comparedShare,
    helped: comparedShare,
    inVain: comparedShare,
  }),
  callbacks: z.object({
    requested: comparedCount,
    attempts: comparedCount,
    reached: comparedShare,
    soon: comparedShare,
  }),
  nps: z.object({ now: npsFigure, before: npsFigure, change }),
  ratings,
  comments: comparedCount,
  /** Public answers, by the team and by visitors. */
  answers: z.object({ staff: comparedCount, visitors: comparedCount }),
});
export type SiteReport = z.infer<typeof siteReport>;

const interval = { from: z.number().nullable(), to: z.number().nullable() };

/** Lists of a period that say what to do. */
export const reportInsights = z.object({
  period: reportPeriod,
  before: reportPeriod,
  /** Searches without a good answer, by subject; those of most people first. What has an answer by now is left out. */
  gaps: z.array(z.object({ title: z.string(), people: count, times: count, nothing: count })),
  /** Articles, with the 95 % interval (Wilson) of the share of readers whom they helped; the most read first. */
  articles: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      path: z.string(),
      language: z.string(),
      reads: comparedCount,
      helped: comparedShare,
      ...interval,
    }),
  ),
  /** Topics that came up; those of most people first. */
  topics: z.array(
    z.object({
      id: z.string(),
      language: z.string(),
      words: z.array(z.string()),
      people: count,
      items: count,
      usual: z.number(),
      /** The probability that it was chance. */
      chance: z.number(),
      startedAt: instant,
    }),
  ),
  /** Prompts that are on, with the 95 % interval (Wilson) of the share that was clicked. */
  prompts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      shown: count,
      /** Held back, to compare with. */
      held: count,
      clicked: share,
      ...interval,
      /** Goals reached, of those who saw it and of those who didn't; null without a goal or without the latter. */
      goals: z.object({ shown: share, held: share }).nullable(),
      /** Their difference, with its 95 % interval (Newcombe). */
      lift: z.object({ value: z.number(), from: z.number(), to: z.number() }).nullable(),
      change,
    }),
  ),
});
export type ReportInsights = z.infer<typeof reportInsights>;

export const rowsQuery = reportPeriod.extend({
  kind: z.enum(factKinds),
  channel: line(40).optional(),
  team: id.optional(),
  staff: id.optional(),
  /** The subject of the facts. */
  subject: id.optional(),
  /** Of ratings: which; of calls: those within 20 minutes. */
  value: z.enum(['good', 'okay', 'bad', 'soon']).optional(),
  /** Place of the last row that was seen. */
  before: z
    .string()
    .regex(/^\d{1,15}-\d{1,15}$/)
    .optional(),
});
export type RowsQuery = z.infer<typeof rowsQuery>;

export const reportRow = z.object({
  kind: z.enum(factKinds),
  at: instant,
  channel: z.string().nullable(),
  /** The conversation, where it still is. */
  conversation: z.object({ id, subject: z.string() }).nullable(),
  /** The person who did it; null also where that isn't shown. */
  staff: z.object({ id: z.string(), name: z.string() }).nullable(),
  team: z.object({ id: z.string(), name: z.string() }).nullable(),
  language: z.string().nullable(),
  value: z.number().nullable(),
  clock: z.number().nullable(),
});
export const reportRows = z.object({ rows: z.array(reportRow), next: z.string().nullable() });
export type ReportRows = z.infer<typeof reportRows>;
