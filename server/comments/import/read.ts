import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { createNotes } from '../../core/importing/notes.ts';
import { firstBytes, readText } from '../../core/importing/readText.ts';
import { readDisqus } from './disqus.ts';
import { readIssoDatabase } from './issoDatabase.ts';
import { csvRecord, readArtrans, readCommento, readIsso, readRemark } from './others.ts';
import { readOwn } from './own.ts';
import { type ImportRecord, type RecordOptions, refused } from './record.ts';
import { readWxr } from './wxr.ts';

export const formats = [
  'disqus',
  'wxr',
  'isso',
  'isso-database',
  'remark42',
  'commento',
  'artalk',
  'csv',
  'foyer',
] as const;
export type Format = (typeof formats)[number];

/** Detects a file's format by how it begins; null for none. */
export const detectFormat = async (file: string, encoding?: string): Promise<Format | null> => {
  if (firstBytes(file).toString('latin1', 0, 15) === 'SQLite format 3') return 'isso-database';
  let start = '';
  for await (const chunk of readText(file, { notes: createNotes(), encoding })) {
    start += chunk;
    if (start.length > 4_000) break;
  }
  if (/<disqus[\s>]/.test(start)) return 'disqus';
  if (/<rss[\s>]/.test(start)) return 'wxr';
  if (/^\uFEFF?\s*\{"kind":"foyer"/.test(start)) return 'foyer';
  if (/"locator"\s*:|^\uFEFF?\s*\{"version":\d+,"users":/.test(start)) return 'remark42';
  if (/"commentHex"\s*:/.test(start)) return 'commento';
  if (/"page_key"\s*:/.test(start)) return 'artalk';
  if (/^\uFEFF?\s*\[/.test(start) && /"comments"\s*:/.test(start)) return 'isso';
  if (/^\uFEFF?[^\n]*\burl\b[^\n]*,/i.test(start)) return 'csv';
  return null;
};

async function* readCsv(file: string, options: RecordOptions): AsyncGenerator<ImportRecord> {
  const broken: ImportRecord[] = [];
  const rows = Readable.from(readText(file, options)).pipe(
    parse({
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        broken.push(refused(`line ${error?.['lines'] ?? '(unknown)'}`, 'its quotes don’t match'));
        return undefined;
      },
      info: true,
    }),
  );
  for await (const { record, info } of rows as AsyncIterable<{
    record: Record<string, string>;
    info: { lines: number };
  }>) {
    yield* broken.splice(0);
    yield csvRecord(record, info.lines, options);
  }
  yield* broken;
}

const readersOf: Record<
  Format,
  (file: string, text: () => AsyncIterable<string>, options: RecordOptions) => AsyncGenerator<ImportRecord>
> = {
  disqus: (_, text, options) => readDisqus(text(), options),
  wxr: (_, text, options) => readWxr(text(), options),
  isso: (_, text, options) => readIsso(text(), options),
  'isso-database': (file, _, options) => readIssoDatabase(file, options),
  remark42: (_, text, options) => readRemark(text(), options),
  commento: (file, text, options) =>
    // Read twice, its faults are noted once.
    readCommento(() => readText(file, { ...options, notes: createNotes() }), text, options),
  artalk: (_, text, options) => readArtrans(text(), options),
  csv: (file, _, options) => readCsv(file, options),
  foyer: (_, text, options) => readOwn(text(), options),
};

/**
 * Reads a file of another system, or of ours, record by record: a large one takes no more memory than a small one. Where
 * a file breaks (half of a packed one, half of a quoted cell), what was read until then is given, and that it broke.
 */
export async function* readRecords(
  file: string,
  format: Format,
  options: RecordOptions,
): AsyncGenerator<ImportRecord> {
  try {
    yield* readersOf[format](file, () => readText(file, options), options);
  } catch (error) {
    // A file that can't be opened is no file with a fault.
    if (!(error instanceof Error) || 'syscall' in error) throw error;
    yield refused('the rest of the file', error.message);
  }
}
