import { z } from 'zod';
import { id, instant, language, someLine, someProse } from '../core/fields.ts';

export const trendStates = ['current', 'over', 'quiet', 'incident'] as const;
export const itemKinds = ['conversation', 'comment', 'search'] as const;

/** A burst of similar items. */
export const trend = z.object({
  id,
  state: z.enum(trendStates),
  language: z.string(),
  /** Words that several of its people used, the most telling first. */
  words: z.array(z.string()),
  people: z.number().int(),
  items: z.number().int(),
  /** Items that were usual in the same time. */
  usual: z.number(),
  startedAt: instant,
  lastAt: instant,
  /** Its items by their kind, while they are remembered. */
  kinds: z.record(z.enum(itemKinds), z.number().int()),
  /** Texts that people wrote, the most frequent first. */
  examples: z.array(z.object({ text: z.string(), times: z.number().int(), conversation: id.nullable() })),
  /** People who are told when an incident of it is over. */
  reporters: z.number().int(),
  /** The incident that was opened of it. */
  incident: z.object({ id, title: z.string(), path: z.string(), closedAt: instant.nullable() }).nullable(),
  /** An incident of it as it may begin, in its people's language. */
  draft: z.object({ title: z.string(), body: z.string() }),
});
export type Trend = z.infer<typeof trend>;

export const trendList = z.object({ trends: z.array(trend) });
export type TrendList = z.infer<typeof trendList>;

export const quietBody = z.object({ isQuiet: z.boolean() });
export const incidentBody = z.object({
  /** Client-made: the same again changes nothing. */
  id,
  language,
  title: someLine(140),
  body: someProse(5_000),
});
