import { z } from 'zod';
import { attachmentKinds } from '../content/attachments.ts';
import { id, instant, language, line, someLine, webUrl } from '../fields.ts';
import { callRules } from './callSettings.ts';
import { mostChatQuestions } from './chatRules.ts';
import { newsDot, promptBudget, publicPrompts } from '../prompts/schema.ts';
import { commentSettings } from './commentSettings.ts';

/** `#rrggbb`; everything else on screen derives from it. */
export const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/);

export const theme = z.object({
  accent: colour,
  appearance: z.enum(['auto', 'light', 'dark']),
  /** Corner radius of the panel in CSS pixels. */
  radius: z.number().int().min(0).max(32),
  /** Edge of the page, in reading direction. */
  position: z.enum(['end', 'start']),
  /** Distance from both edges in CSS pixels. */
  offset: z.number().int().min(0).max(120),
  /** Text beside the icon; empty for a round button. */
  label: line(40),
  /** `inherit` takes the host page's font. */
  font: z.enum(['system', 'inherit']),
  zIndex: z.number().int().min(1).max(2_147_483_647),
});
export type Theme = z.infer<typeof theme>;

/** What questions are about: the key is stored, the names are shown, by language tag. */
export const category = z.object({ key: line(60), names: z.record(z.string(), line(60)) });
export type Category = z.infer<typeof category>;

/** `HH:MM`, 24 hours, in the site's zone. `24:00` ends a day. */
export const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);

export const interval = z.object({ from: clockTime, to: clockTime });
export type Interval = z.infer<typeof interval>;

/** The open intervals of one day: each ends after it begins, and no two overlap. */
export const dayIntervals = z
  .array(interval)
  .max(6)
  .refine((intervals) => {
    const sorted = [...intervals].sort((one, other) => (one.from < other.from ? -1 : 1));
    return sorted.every(({ from, to }, index) => from < to && (index === 0 || sorted[index - 1]!.to <= from));
  });

/** `YYYY-MM-DD`, a day that the calendar has. */
export const calendarDay = z.string().refine((text) => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (!year || !month || !day) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
});

/** A day that is not as its weekday: a holiday (no intervals), or hours of its own. */
export const hoursException = z.object({
  date: calendarDay,
  /** True: on this day and month of every year. */
  yearly: z.boolean().optional(),
  intervals: dayIntervals,
  name: line(60).optional(),
});
export type HoursException = z.infer<typeof hoursException>;

/** True when the platform knows a time zone by this name. */
export const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name !== '';
  } catch {
    return false;
  }
};

/** Opening hours: seven lists of intervals, Monday first, the zone they are meant in, and the days that differ. */
export const hours = z.object({
  zone: line(60).refine(isZone),
  week: z.array(dayIntervals).length(7),
  /** Absent in what was stored before there were any. A date of one year comes before one of every year. */
  exceptions: z.array(hoursException).max(200).optional(),
});
export type Hours = z.infer<typeof hours>;

/** Names one text of the widget, `page.name` one of the public pages; a plural's forms are `name.one` and so on. */
export const textKey = z
  .string()
  .max(60)
  .regex(/^(?:page\.)?[a-zA-Z_]+(?:\.(?:zero|one|two|few|many|other))?$/);

/** The owner's own words by language, in place of ours. */
export const ownTexts = z.record(
  language,
  z
    .record(textKey, line(300))
    .refine((texts) => Object.keys(texts).length <= 400, { params: { code: 'too_many' } }),
);
export type OwnTexts = z.infer<typeof ownTexts>;

/** How a promise is made, and at which shares of its time left each step comes before it slips: none twice. */
export const promiseRules = z
  .object({
    /** Share of the first replies of the last 14 days that were at least as fast as what is promised. */
    percentile: z.number().min(0.5).max(0.99),
    /** While fewer first replies were measured, the stated target is promised. */
    leastSamples: z.number().int().min(1).max(500),
    /** Shares of the opening hours between promise and due time: the owner is reminded, somebody else is asked, the
     * visitor is told a new time. */
    remindLeft: z.number().min(0.03).max(0.9),
    escalateLeft: z.number().min(0.02).max(0.8),
    tellLeft: z.number().min(0.01).max(0.7),
  })
  .refine((rules) => rules.remindLeft > rules.escalateLeft && rules.escalateLeft > rules.tellLeft);
export type PromiseRules = z.infer<typeof promiseRules>;

/** Whether something is asked for before a chat begins. */
export const asked = z.enum(['no', 'optional', 'required']);
export type Asked = z.infer<typeof asked>;

/** A question of the owner's own: the key is stored, the labels are shown, by language tag. */
export const chatQuestion = z.object({
  key: someLine(40),
  labels: z
    .record(language, line(80))
    .refine((labels) => Object.values(labels).some((label) => label.trim() !== ''), {
      params: { code: 'required' },
    }),
  required: z.boolean(),
});
export type ChatQuestion = z.infer<typeof chatQuestion>;

/** What a visitor is asked before the first message of a chat; nothing unless the owner wants it. */
export const chatRules = z.object({
  name: asked,
  email: asked,
  questions: z
    .array(chatQuestion)
    .max(mostChatQuestions)
    .refine((questions) => new Set(questions.map(({ key }) => key)).size === questions.length),
  /** By language: what the visitor agrees to before they write. None: no consent is asked for. */
  consent: z.record(language, line(300)),
  /** Where the site says more about it; empty for nowhere. */
  consentLink: z.union([z.literal(''), webUrl]),
});
export type ChatRules = z.infer<typeof chatRules>;

/** When and how visitors are called back: a schedule of its own, in a zone of its own. */
export const callSettings = z.object({ hours, topics: z.array(category).max(20), ...callRules });
export type CallSettings = z.infer<typeof callSettings>;

/** How conversations are given to people. */
export const assignmentRules = z.object({
  /** `all`: of every kind that is answered in words. */
  mode: z.enum(['off', 'chats', 'all']),
  /** Who has not opened what they were given after so long does not get it: the next does. */
  acceptSeconds: z.number().int().min(10).max(3_600),
  /** By language tag: the team that answers in it; everybody where there is none. */
  teams: z.record(language, id),
});
export type AssignmentRules = z.infer<typeof assignmentRules>;

/** What an owner sets. The stored form; `publicSettings` is what every visitor's browser gets. */
export const siteSettings = z.object({
  languages: z.array(language).min(1).max(20),
  theme,
  hours,
  /** Stated target for the first reply, minutes of opening hours; used until enough replies were measured. */
  targetMinutes: z.number().int().min(1).max(10_080),
  /** What visitors are promised, and what happens before it slips. */
  promise: promiseRules,
  teamName: line(60),
  /** By language tag: the sentence that greets a visitor. */
  greeting: z.record(z.string(), line(140)),
  texts: ownTexts,
  features: z.object({ ask: z.boolean(), chat: z.boolean(), callback: z.boolean(), comments: z.boolean() }),
  callback: callSettings,
  comments: commentSettings,
  /** What everything that is shown unasked shares. */
  prompts: promptBudget,
  chat: chatRules,
  assignment: assignmentRules,
  categories: z.array(category).max(40),
  /** Files that messages may carry: bytes each, and of which kinds. */
  attachments: z.object({
    mostBytes: z
      .number()
      .int()
      .min(1_024)
      .max(100 * 1024 * 1024),
    kinds: z.array(z.enum(attachmentKinds)),
  }),
  /** What staff are told of the page that a visitor writes from. */
  share: z.object({ page: z.boolean(), referrer: z.boolean() }),
  /** True takes no new questions: the one switch that pauses a flooded channel. */
  paused: z.boolean(),
  /** Answers whose confidence is below are not shown (0..1). */
  suggestionFloor: z.number().min(0).max(1),
  /** True lets browsers whose origin is opaque (`Origin: null`, sandboxed frames) in. */
  allowOpaqueOrigin: z.boolean(),
});
export type SiteSettings = z.infer<typeof siteSettings>;

export const person = z.object({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof person>;

/** The one settings request of a page view: small, the same for everybody, cacheable. */
export const publicSettings = z.object({
  name: z.string(),
  /** The languages that can be shown, the site's first first, each with the launcher's name and what it says offline. */
  launcher: z.record(z.string(), z.tuple([z.string(), z.string()])),
  /** What is derived from the accent, so that the script of every page carries no colour arithmetic. */
  colours: z.object({
    /** Black or white, whichever reads better on the accent. */
    onAccent: colour,
    /** The accent as text on the light and on the dark surface. */
    accentInk: z.object({ light: colour, dark: colour }),
  }),
  /** Languages in which the owner has words of their own, to be asked for. */
  ownTexts: z.array(z.string()),
  /** The panel's module, as its path; and those that draw elements of a page, by the element's name. */
  panel: z.string(),
  parts: z.record(z.string(), z.string()),
  theme,
  greeting: z.record(z.string(), z.string()),
  teamName: z.string(),
  features: z.object({ ask: z.boolean(), chat: z.boolean(), callback: z.boolean() }),
  /** Absent where nothing is asked before a chat. */
  chat: chatRules.optional(),
  categories: z.array(category),
  paused: z.boolean(),
  /** There, and true, where staff are told which page led a visitor here. */
  referrer: z.literal(true).optional(),
  /** There, and true, where staff are not told which page a visitor is on. */
  hidesPage: z.literal(true).optional(),
  /** What may be shown unasked; absent where there is nothing. */
  prompts: publicPrompts.optional(),
  /** There, and true, while there is news to be shown. */
  news: z.literal(true).optional(),
  /** What of it marks the launcher; absent where nothing does. */
  newsDot: newsDot.optional(),
  /** Who is there, or, when nobody is, who answers: first names. */
  people: z.array(person),
  /** True while somebody is there. */
  open: z.boolean(),
  /** When the doors open next, or null while somebody is there, the hours run, or they never open. */
  opensAt: instant.nullable(),
  /** Median first reply in minutes of opening hours over the last 14 days, or null while too few were measured. */
  usualReplyMinutes: z.number().nullable(),
});
export const textsQuery = z.object({ language });
export const textsReply = z.object({ texts: z.record(z.string(), z.string()) });
export type PublicSettings = z.infer<typeof publicSettings>;
