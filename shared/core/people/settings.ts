import { topicIcons } from './topicIcons.ts';
import { z } from 'zod';
import { noBrand } from '../brand/brand.ts';
import { brand } from '../brand/schema.ts';
import { writeOutColour } from '../colour.ts';
import { attachmentKinds } from '../content/attachments.ts';
import { analyticsTools } from './analyticsTools.ts';
import { instant, language, line } from '../fields.ts';
import { harmlessParameters } from '../pageAddress.ts';
import { newsDot, publicPrompts } from '../prompts/schema.ts';
import { settingsPart } from '../settings.ts';
import { hours, officeHours } from './hours.ts';
import { person } from './site.ts';

/** `#rrggbb`, or `#rgb`, which is written out; everything else on screen derives from it. */
export const colour = z
  .string()
  .regex(/^#(?:[0-9a-fA-F]{3}){1,2}$/)
  .overwrite(writeOutColour);

export const theme = z.object({
  accent: colour,
  appearance: z.enum(['auto', 'light', 'dark']),
  /** Corner radius of the panel in CSS pixels; the launcher's is twice as large, so that 16 is round. */
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

/** A category of questions: the key is stored, the names are shown, by language tag. */
export const category = z.object({
  key: line(60),
  names: z.record(z.string(), line(60)),
  /** On the front of the help centre. */
  icon: z.enum(topicIcons).optional(),
});
export type Category = z.infer<typeof category>;

/** Names one text of the widget, `page.name` one of the public pages, `survey.name` of surveys, `comment.name` of comments; a plural's forms are `name.one` and so on. */
export const textKey = z
  .string()
  .max(60)
  .regex(/^(?:(?:page|survey|comment)\.)?[a-zA-Z_]+(?:\.(?:zero|one|two|few|many|other))?$/);

/** The owner's own texts by language, in place of ours. */
export const ownTexts = z.record(
  language,
  z
    .record(textKey, line(300))
    .refine((texts) => Object.keys(texts).length <= 400, { params: { code: 'too_many' } }),
);
export type OwnTexts = z.infer<typeof ownTexts>;

/** The rules of a promise, with the shares of its time left at which each step comes before it slips: none twice. */
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

/** Settings of every site, whichever features are on. */
export const coreSettings = settingsPart({
  fields: {
    languages: z.array(language).min(1).max(20),
    theme,
    /** The site's own look on public pages and in mails. */
    brand,
    hours,
    /** Stated target for the first reply, minutes of opening hours; used until enough replies were measured. */
    targetMinutes: z.number().int().min(1).max(10_080),
    /** The promise to visitors, and what happens before it slips. */
    promise: promiseRules,
    teamName: line(60),
    /** By language tag: the sentence that greets a visitor. */
    greeting: z.record(z.string(), line(140)),
    texts: ownTexts,
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
    /** The data about the visitor's page that staff are told. */
    share: z.object({
      page: z.boolean(),
      referrer: z.boolean(),
      /** Parameters of their addresses that are kept; all others are cut off before anything is stored. */
      parameters: z.array(z.string().regex(/^[\w.[\]-]{1,60}$/)).max(60),
    }),
    /** The page's own tool that the widget's moments are handed to, once the visitor agreed; nobody else gets them. */
    analytics: z.enum(analyticsTools),
    /** True takes no new questions: the one switch that pauses a flooded channel. */
    paused: z.boolean(),
    /** True lets browsers whose origin is opaque (`Origin: null`, sandboxed frames) in. */
    allowOpaqueOrigin: z.boolean(),
  },
  defaults: () => ({
    languages: ['en'],
    theme: {
      accent: '#2f5d50',
      appearance: 'auto' as const,
      radius: 16,
      position: 'end' as const,
      offset: 20,
      label: '',
      font: 'system' as const,
      zIndex: 2_147_483_000,
    },
    brand: noBrand(),
    hours: officeHours(),
    targetMinutes: 120,
    promise: { percentile: 0.8, leastSamples: 8, remindLeft: 0.4, escalateLeft: 0.2, tellLeft: 0.08 },
    teamName: '',
    greeting: {},
    texts: {},
    categories: [],
    attachments: {
      mostBytes: 10 * 1024 * 1024,
      kinds: ['image' as const, 'pdf' as const, 'text' as const, 'office' as const],
    },
    share: { page: true, referrer: false, parameters: [...harmlessParameters] },
    analytics: 'off' as const,
    paused: false,
    allowOpaqueOrigin: false,
  }),
  /** The one settings request of a page view: small, the same for everybody, cacheable. */
  publicFields: {
    name: z.string(),
    /** The languages that can be shown, the site's first first, each with the launcher's name and what it says offline. */
    launcher: z.record(z.string(), z.tuple([z.string(), z.string()])),
    /** Colours derived from the accent, so that the script of every page carries no colour arithmetic. */
    colours: z.object({
      /** Black or white, whichever reads better on the accent. */
      onAccent: colour,
      /** The accent as text on the light and on the dark surface. */
      accentInk: z.object({ light: colour, dark: colour }),
    }),
    /** Languages in which the owner has texts of their own, to be asked for. */
    ownTexts: z.array(z.string()),
    /** The panel's module, as its path; and those that draw elements of a page, by the element's name. */
    panel: z.string(),
    parts: z.record(z.string(), z.string()),
    theme,
    greeting: z.record(z.string(), z.string()),
    teamName: z.string(),
    categories: z.array(category),
    paused: z.boolean(),
    /** There, and true, where staff are told which page led a visitor here. */
    referrer: z.literal(true).optional(),
    /** The page's own tool that moments are handed to; absent for none. */
    analytics: z.enum(analyticsTools).exclude(['off']).optional(),
    /** There, and true, where staff are not told which page a visitor is on. */
    hidesPage: z.literal(true).optional(),
    /** Prompts; absent where there are none. */
    prompts: publicPrompts.optional(),
    /** There, and true, where this Foyer can send mail. */
    mails: z.literal(true).optional(),
    /** There, and true, while there is news to be shown. */
    news: z.literal(true).optional(),
    /** The mark on the launcher; absent for none. */
    newsDot: newsDot.optional(),
    /** People who are there, or, when nobody is, who answer: first names. */
    people: z.array(person),
    /** True while somebody is there. */
    open: z.boolean(),
    /** When the doors open next, or null while somebody is there, the hours run, or they never open. */
    opensAt: instant.nullable(),
    /** Median first reply in minutes of opening hours over the last 14 days, or null while too few were measured. */
    usualReplyMinutes: z.number().nullable(),
  },
});
