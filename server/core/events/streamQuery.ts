import { z } from 'zod';
import type { ReadHeader } from '../http/headers.ts';

/** Query and header of a stream's cursor; the header is what a browser's own reconnect would send. */
export const streamQuery = z.object({
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  /** Present: one answer with what there is, instead of a stream. */
  poll: z.literal('1').optional(),
});

export const readAfter = (read: ReadHeader, query: { after?: string | undefined }): number | undefined => {
  const header = read('last-event-id');
  if (header && /^\d{1,15}$/.test(header)) return Number(header);
  return query.after === undefined ? undefined : Number(query.after);
};
