import { z } from 'zod';
import { maxTable } from './importLimits.ts';

export const importBody = z.strictObject({
  /** A table with a line of headings (RFC 4180); semicolons and tabs part columns, too. */
  csv: z.string().min(1).max(maxTable),
  /** False: says what would come of it, and changes nothing. */
  apply: z.boolean(),
});
export type ImportBody = z.infer<typeof importBody>;

/** Why a line of a table isn't taken. */
export const importFaults = [
  'nobody',
  'not_email',
  'not_language',
  'no_stage',
  'not_of_type',
  'too_long',
  'unreadable',
  'repeated',
  'erased',
  'taken',
] as const;
export type ImportFault = (typeof importFaults)[number];

export const rejectedLine = z.object({
  /** Counted from 1, the headings' line. */
  line: z.number().int(),
  /** The heading of the column that is wrong; null where it's the whole line. */
  column: z.string().nullable(),
  reason: z.enum(importFaults),
});
export type RejectedLine = z.infer<typeof rejectedLine>;

export const importReply = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  /** The number of lines that aren't taken; the first of them are listed. */
  rejected: z.number().int(),
  lines: z.array(rejectedLine),
  /** Headings of columns that are taken, and of those that say nothing to Foyer. */
  columns: z.object({ taken: z.array(z.string()), ignored: z.array(z.string()) }),
});
export type ImportReply = z.infer<typeof importReply>;
