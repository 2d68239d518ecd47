import { z } from 'zod';
import { email, id, instant, language, line } from '../../../shared/core/fields.ts';
import { heldReasons } from '../../../shared/core/heldReasons.ts';
import { readLines } from '../../core/importing/json.ts';
import { type ImportRecord, type RecordOptions, refused } from './record.ts';

/** A line of Foyer's own export. The same text goes into XML exports as they are in no other field. */
const ownPage = z.object({
  kind: z.literal('page'),
  url: z.string(),
  name: z.string().optional(),
  title: z.string(),
  open: z.boolean().nullable(),
  at: instant,
  extra: z.record(z.string(), z.unknown()).optional(),
});

const ownComment = z.object({
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
  at: instant,
  editedAt: instant.nullable(),
  extra: z.record(z.string(), z.unknown()).optional(),
});

const ownPicture = z.object({
  kind: z.literal('picture'),
  id,
  comment: id,
  name: line(255),
  size: z.number().int().positive(),
  at: instant,
  data: z.string().min(1),
});

const ownFollower = z.object({
  kind: z.literal('follower'),
  page: ownComment.shape.page,
  id,
  comment: id.nullable(),
  email,
  language,
  daily: z.boolean(),
  toldAt: instant.nullable(),
  confirmedAt: instant.nullable(),
  endedAt: instant.nullable(),
  at: instant,
});

const ownRecord = z.discriminatedUnion('kind', [ownPage, ownComment, ownPicture, ownFollower]);

/** A record of ours, wherever it was kept: it may have been changed by hand since. @param row where it stands */
export const takeOwn = (value: unknown, row: string): ImportRecord => {
  const found = ownRecord.safeParse(value);
  if (found.success) return found.data.kind === 'page' ? found.data : { ...found.data, row };
  const [issue] = found.error.issues;
  return refused(row, `it is no record of ours: ${issue?.path.join('.')} ${issue?.message}`);
};

/** Our own lines. */
export async function* readOwn(
  chunks: AsyncIterable<string>,
  { notes }: RecordOptions,
): AsyncGenerator<ImportRecord> {
  for await (const { line: number, value } of readLines(chunks, notes)) {
    const row = `line ${number}`;
    const kind = (value as { kind?: unknown } | null)?.kind;
    if (kind === 'foyer') continue;
    yield takeOwn(value, row);
  }
}
