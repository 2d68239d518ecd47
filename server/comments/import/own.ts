import { z } from 'zod';
import { id } from '../../../shared/core/fields.ts';
import { heldReasons } from '../../../shared/comments/rules.ts';
import { readLines } from './json.ts';
import { type ImportRecord, refused } from './record.ts';

/** What a Foyer takes out: one of these a line. The same text goes into XML exports as they are in no other field. */
export const ownPage = z.object({
  kind: z.literal('page'),
  url: z.string(),
  name: z.string().optional(),
  title: z.string(),
  open: z.boolean().nullable(),
  at: z.number(),
  extra: z.record(z.string(), z.unknown()).optional(),
});

export const ownComment = z.object({
  kind: z.literal('comment'),
  id,
  page: z.object({ url: z.string(), name: z.string().optional() }),
  source: z.string(),
  parent: z.string().nullable(),
  state: z.enum(['approved', 'pending', 'spam', 'deleted']),
  reason: z.enum(heldReasons).nullable(),
  byStaff: z.boolean(),
  verified: z.boolean(),
  name: z.string(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  body: z.string(),
  language: z.string(),
  up: z.number().int(),
  down: z.number().int(),
  at: z.number(),
  editedAt: z.number().nullable(),
  extra: z.record(z.string(), z.unknown()).optional(),
});

/** Our own lines. */
export async function* readOwn(chunks: AsyncIterable<string>): AsyncGenerator<ImportRecord> {
  for await (const { line, value } of readLines(chunks)) {
    const row = `line ${line}`;
    const kind = (value as { kind?: unknown } | null)?.kind;
    if (kind === 'foyer') continue;
    const found = (kind === 'page' ? ownPage : ownComment).safeParse(value);
    if (!found.success) {
      yield refused(row, found.error.issues[0]?.message ?? 'it is no record of ours');
      continue;
    }
    yield found.data.kind === 'page' ? found.data : { ...found.data, row };
  }
}
