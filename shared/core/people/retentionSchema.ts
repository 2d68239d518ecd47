import { z } from 'zod';
import { id, instant } from '../fields.ts';
import { retentionKinds } from './retentionKinds.ts';

const kind = z.enum(retentionKinds);

/** A preview of what would go now, by kind. */
export const retentionPreview = z.object({
  kinds: z.array(
    z.object({
      kind,
      /** Days; null for ever. */
      days: z.number().int().nullable(),
      count: z.number().int(),
      /** When the oldest of them was made, closed or last seen; null for none. */
      oldest: instant.nullable(),
    }),
  ),
});
export type RetentionPreview = z.infer<typeof retentionPreview>;

/** One run: under way, or done. */
export const retentionRun = z.object({
  id,
  by: z.enum(['daily', 'staff']),
  state: z.enum(['running', 'done']),
  counts: z.partialRecord(kind, z.number().int()),
  startedAt: instant,
  doneAt: instant.nullable(),
});
export type RetentionRun = z.infer<typeof retentionRun>;
export const retentionRuns = z.object({ runs: z.array(retentionRun) });
export const retentionRunReply = z.object({ run: retentionRun });
