import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { asObject, readValues } from '../core/importing/json.ts';
import type { ImportNotes } from '../core/importing/notes.ts';
import { type ReadOptions, textOfBytes } from '../core/importing/readText.ts';

/* The files that questions and answers come in. */

/** One entry as it stands there, or the error that kept it from being read. */
export type RawEntry = { row: string; value: unknown };

const asText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

const lists = ['docs', 'questions', 'faq', 'items'];

/** A JSON array of questions, or an object that holds them in `docs`, `questions`, `faq` or `items`. */
const readJson = async (text: string, notes: ImportNotes): Promise<RawEntry[]> => {
  const isArray = text.trimStart().startsWith('[');
  const paths = isArray ? ['$.*'] : ['$.lang', ...lists.map((name) => `$.${name}.*`)];
  const list: Record<string, unknown>[] = [];
  let language: string | undefined;
  const whole = (async function* () {
    yield text;
  })();
  for await (const { path, value } of readValues(whole, paths, notes)) {
    if (path === 'lang') language = typeof value === 'string' ? value : undefined;
    else list.push(asObject(value));
  }
  const hasList = isArray || lists.some((name) => new RegExp(`"${name}"\\s*:\\s*\\[`).test(text));
  if (!hasList && notes.rejected.length === 0) throw new Error('The JSON contains no list of questions.');
  return list.map((item, index) => ({
    row: `entry ${index + 1}`,
    value: {
      id: asText(item?.['id']) ?? item?.['title'] ?? item?.['question'],
      title: item?.['title'] ?? item?.['question'],
      details: item?.['details'],
      answer: item?.['answer'] ?? item?.['body'],
      language: item?.['language'] ?? item?.['lang'] ?? language,
      category: item?.['category'],
      phrasings: item?.['phrasings'],
    },
  }));
};

/** RFC 4180 with a header row; columns question (or title), answer (or body), and optional id, details, language, category. */
const readCsv = (text: string, notes: ImportNotes): RawEntry[] => {
  const rows = parseCsv(text, {
    columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const row = `line ${error?.['lines'] ?? '(unknown)'}`;
      notes.rejected.push({ row, reason: 'its quotes don’t match' });
      return undefined;
    },
  }) as Record<string, string>[];
  return rows.map((row, index) => ({
    row: `row ${index + 2}`,
    value: {
      id: row['id'] || row['question'] || row['title'],
      title: row['question'] || row['title'],
      details: row['details'],
      answer: row['answer'] || row['body'],
      language: row['language'] || undefined,
      category: row['category'] || undefined,
    },
  }));
};

/** A file a question: optional YAML front matter; the title from it or the first heading; the rest is the answer. */
const readMarkdown = (text: string, name: string): RawEntry => {
  const [, front = '', rest = text] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text) ?? [];
  const given =
    (front === '' ? {} : (parseYaml(front, { maxAliasCount: 0 }) as Record<string, unknown> | null)) ?? {};
  const heading = /^\s*#{1,3}\s+(.+?)\s*#*\s*(?:\r?\n|$)/.exec(rest);
  const title = given['title'] ?? given['question'] ?? heading?.[1];
  return {
    row: name,
    value: {
      id: asText(given['id']) ?? name,
      title,
      details: given['details'],
      answer: (heading && given['title'] === undefined ? rest.slice(heading[0].length) : rest).trim(),
      language: given['language'] ?? given['lang'],
      category: given['category'],
      phrasings: given['phrasings'],
    },
  };
};

/** Everything that a file or a folder of Markdown files holds. A file that can't be read is an entry that says why. */
export const readPath = async (path: string, options: ReadOptions): Promise<RawEntry[]> => {
  if (statSync(path).isDirectory()) {
    const files = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    const entries: RawEntry[] = [];
    for (const file of files) {
      const name = relative(path, file);
      try {
        entries.push(readMarkdown(await textOfBytes(readFileSync(file), { ...options, file: name }), name));
      } catch (error) {
        entries.push({ row: name, value: error });
      }
    }
    return entries;
  }
  const text = await textOfBytes(readFileSync(path), options);
  const kind = extname(path).toLowerCase();
  if (kind === '.json') return readJson(text, options.notes);
  if (kind === '.csv') return readCsv(text, options.notes);
  if (kind !== '.md' && kind !== '.markdown')
    throw new Error('Name a .json, .csv or .md file, or a folder of Markdown files.');
  const row = basename(path);
  try {
    return [readMarkdown(text, row)];
  } catch (error) {
    return [{ row, value: error }];
  }
};
