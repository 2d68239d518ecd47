import { asObject, readLines, readValues } from '../core/importing/json.ts';
import type { ImportNotes } from '../core/importing/notes.ts';
import { firstBytes, readText } from '../core/importing/readText.ts';

/** One record of a file, and how a report calls its place. */
export interface FileRecord {
  row: string;
  record: Record<string, unknown>;
}

/** Whether a file is one JSON document, and not one value a line. Packed files are taken for lines. */
const isDocument = (file: string): boolean => {
  const start = firstBytes(file)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('[')) return true;
  const end = start.indexOf('\n');
  if (!start.startsWith('{') || end < 0) return false;
  try {
    JSON.parse(start.slice(0, end));
    return false;
  } catch {
    return true;
  }
};

/** The records of a value: of a list in it, or itself. */
const recordsIn = (value: unknown, lists: readonly string[]): unknown[] => {
  if (Array.isArray(value)) return value;
  const found = lists.flatMap((path) => {
    const list = path.split('.').reduce<unknown>((part, name) => asObject(part)[name], value);
    return Array.isArray(list) ? [list as unknown[]] : [];
  });
  return found.length ? found.flat() : [value];
};

/**
 * Reads an export: a list, a document with lists at known places, or one record a line. A list is never whole in memory.
 * @param lists places of lists, as `data.payload`
 */
export async function* readRecords(
  file: string,
  lists: readonly string[],
  notes: ImportNotes,
): AsyncGenerator<FileRecord> {
  const text = readText(file, { notes });
  if (!isDocument(file)) {
    for await (const { line, value } of readLines(text, notes))
      for (const record of recordsIn(value, lists)) yield { row: `line ${line}`, record: asObject(record) };
    return;
  }
  let count = 0;
  const paths = ['$.*', ...lists.map((path) => `$.${path}.*`)];
  const wanted = new Set(['*', ...lists.map((path) => `${path}.*`)]);
  for await (const { path, value } of readValues(text, paths, notes))
    if (wanted.has(path)) yield { row: `record ${++count}`, record: asObject(value) };
}
