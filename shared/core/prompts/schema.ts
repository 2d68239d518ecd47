import { z } from 'zod';
import { id, instant, language, line, someLine } from '../fields.ts';
import { attributeTests, devices, matchKinds, maxRepeatDays, utmNames } from './options.ts';

/** A pattern for addresses; a regular expression is checked for its worst time when it is stored. */
export const pageMatch = z.object({ how: z.enum(matchKinds), value: someLine(300) });

export const attributeTest = z.object({
  name: someLine(40),
  how: z.enum(attributeTests),
  /** Empty where the test needs none. */
  value: line(200),
});

/** When and for whom something may be shown unasked: all that is given must hold. An absent one asks for nothing. */
export const conditions = z
  .object({
    /** One of these pages. */
    pages: z.array(pageMatch).max(20),
    /** None of these. */
    notPages: z.array(pageMatch).max(20),
    /** Seconds that the page was looked at: hidden and unfocused time does not count. */
    seconds: z.number().int().min(0).max(3_600),
    /** Share of the page that was scrolled through, percent. */
    scroll: z.number().int().min(1).max(100),
    /** The pointer leaves through the top; on touch, a quick scroll back up. */
    exit: z.literal(true),
    /** Seconds without any input. */
    idle: z.number().int().min(1).max(3_600),
    /** Pages seen in this visit, this one included. */
    pagesSeen: z.number().int().min(2).max(100),
    /** Part of the address that led here. */
    referrer: someLine(200),
    utm: z.array(z.object({ name: z.enum(utmNames), value: someLine(100) })).max(5),
    /** True: was here in an earlier visit; false: was not. Known only of visitors who acted. */
    returning: z.boolean(),
    /** Days since they were first seen. Known only of visitors who acted. */
    knownDays: z.number().int().min(1).max(maxRepeatDays),
    languages: z.array(language).max(20),
    devices: z.array(z.enum(devices)).max(3),
    /** A moment that the page tracked: `Foyer('track', 'trial_started')`. */
    event: someLine(80),
    /** Of what the page says of its visitor (`Foyer('identify')`), or of the tracked moment. */
    attributes: z.array(attributeTest).max(10),
    /** True: within the opening hours; false: outside. */
    hours: z.boolean(),
    /** Somebody is online who has room for another conversation. */
    online: z.literal(true),
  })
  .partial();

/** The frequency of the same prompt for one person who neither took nor dismissed it. */
export const frequency = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ever') }),
  z.object({ kind: z.literal('session') }),
  z.object({ kind: z.literal('days'), days: z.number().int().min(1).max(maxRepeatDays) }),
]);

/** The owner's rule of one prompt, of any kind. */
export const promptRule = z.object({
  on: z.boolean(),
  /** Of several that are due the highest comes. */
  priority: z.number().int().min(0).max(100),
  /** Percent of people who belong to it at all. */
  sample: z.number().min(0).max(100),
  /** Percent of those who are never shown it, to compare with. */
  holdout: z.number().min(0).max(90),
  often: frequency,
  /** Days after which who dismissed it may see it again; 0: never. */
  backOffDays: z.number().int().min(0).max(maxRepeatDays),
  conditions,
  /** The goal: a tracked event within so many minutes. */
  goal: z
    .object({
      event: someLine(80),
      minutes: z
        .number()
        .int()
        .min(1)
        .max(30 * 24 * 60),
    })
    .nullable(),
});

/** Names the feature whose prompt it is: each brings kinds of its own. */
export const promptKind = z.string().regex(/^[a-z_]{1,40}$/);

/** One prompt as every visitor's browser gets it with the settings: rules, no words. */
export const publicPrompt = promptRule.omit({ on: true }).extend({
  id,
  kind: promptKind,
  /** Least days since any prompt of the same kind: what its kind shares beside its own clock. */
  apartDays: z.number().int().min(0).max(maxRepeatDays).optional(),
});

/** The budget that all prompts of a site share. */
export const promptBudget = z.object({
  /** False: nothing is shown unasked. */
  on: z.boolean(),
  /** Prompts that one person is shown at the most. */
  perSession: z.number().int().min(0).max(20),
  perDay: z.number().int().min(0).max(50),
  perMonth: z.number().int().min(0).max(500),
  /** Hours without any prompt after one was dismissed. */
  quietHours: z
    .number()
    .min(0)
    .max(24 * 90),
  /** Seconds of a page view before which none comes. */
  leastSeconds: z.number().int().min(0).max(600),
  /** Pages where none comes: the checkout. */
  notPages: z.array(pageMatch).max(50),
});

/** A site's prompts as browsers get them: rules and what they ask for, no words. */
export const publicPrompts = z.object({
  budget: promptBudget.omit({ on: true }),
  rules: z.array(publicPrompt),
  /** The module that counts them, as its path. */
  tally: z.string(),
  /** Within the opening hours, and when that turns. */
  open: z.boolean(),
  turnsAt: instant.nullable(),
  /** Where samples are drawn: the side of who has not acted, so that it is the same on every page. See the server. */
  seed: z.number().int().optional(),
});

/** A mark on the launcher that asks for no more: news folded in the panel. */
export const newsDot = z.object({
  /** The mark's text for those who cannot see it, by locale. */
  words: z.record(z.string(), z.string()),
  rules: z.array(
    z.object({
      id,
      pages: z.array(pageMatch),
      attributes: z.array(attributeTest),
      /** Without their regions. */
      languages: z.array(z.string()),
    }),
  ),
  /** Pages that are without it. */
  notPages: z.array(pageMatch),
});

/** A prompt that was due, as browsers report it: it was shown, or its person is held out to compare with. */
export const exposure = z.object({
  /** Client-made; the same again changes nothing. */
  id,
  arm: z.enum(['shown', 'held']),
  language,
});

/** The outcome of an exposure: dismissed, taken up, or its goal was reached. */
export const exposureOutcome = z.object({ outcome: z.enum(['dismissed', 'acted', 'goal']) });
export const exposureReply = z.object({ done: z.literal(true) });

/** Counts of how often a prompt was due, and of its outcomes. */
export const exposureCounts = z.object({
  shown: z.number().int(),
  held: z.number().int(),
  dismissed: z.number().int(),
  acted: z.number().int(),
  goalsShown: z.number().int(),
  goalsHeld: z.number().int(),
  since: instant.nullable(),
});

/** For staff: what browsers have, with names. */
export const promptList = z.object({
  budget: promptBudget,
  prompts: z.array(publicPrompt.extend({ name: z.string() })),
});
