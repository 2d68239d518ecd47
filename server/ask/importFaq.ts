import { insertQuestion, updateQuestion } from './writes/questions.ts';
import { insertPhrasings } from './writes/phrasings.ts';
import { insertAnswer, updateAnswer } from './writes/answers.ts';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import {
  language as languageTag,
  line,
  longest,
  prose,
  someLine,
  someProse,
} from '../../shared/core/fields.ts';
import { newId } from '../../shared/core/ids.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import { check } from '../core/http/validate.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { fingerprint } from '../core/people/secrets.ts';
import { findBySource, listAnswers } from './queries/answers.ts';
import { slugOf } from './rules.ts';
import { questionChangedEvent } from './searchSource.ts';

/** One question with its answer, as any of the formats gives it. */
const faqEntry = z.object({
  /** Unique in its file: the same again is the same question. */
  id: line(200),
  title: someLine(longest.title),
  details: prose(longest.details).default(''),
  answer: someProse(20_000),
  language: languageTag,
  category: line(longest.category).nullable().default(null),
  phrasings: z.array(someLine(longest.query)).max(50).default([]),
});
export type FaqEntry = z.infer<typeof faqEntry>;

export interface ImportReport {
  added: number;
  changed: number;
  unchanged: number;
  /** What was not taken: which row or file, and why. */
  rejected: { row: string; reason: string }[];
}

type RawEntry = { row: string; value: unknown };

const asText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

/** A JSON array of questions, or an object that holds them in `docs`, `questions`, `faq` or `items`. */
const readJson = (text: string): RawEntry[] => {
  const parsed: unknown = JSON.parse(text);
  const holder = parsed as Record<string, unknown>;
  const list = Array.isArray(parsed)
    ? parsed
    : (holder?.['docs'] ?? holder?.['questions'] ?? holder?.['faq'] ?? holder?.['items']);
  if (!Array.isArray(list)) throw new Error('The JSON contains no list of questions.');
  const language = typeof holder?.['lang'] === 'string' ? holder['lang'] : undefined;
  return list.map((item: Record<string, unknown>, index) => ({
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
const readCsv = (text: string): RawEntry[] => {
  const rows = parseCsv(text, {
    columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
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

const readPath = (path: string): RawEntry[] => {
  if (statSync(path).isDirectory()) {
    const files = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    return files.map((file) => {
      const name = relative(path, file);
      try {
        return readMarkdown(readFileSync(file, 'utf8'), name);
      } catch (error) {
        return { row: name, value: error };
      }
    });
  }
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const kind = extname(path).toLowerCase();
  if (kind === '.json') return readJson(text);
  if (kind === '.csv') return readCsv(text);
  if (kind === '.md' || kind === '.markdown') return [readMarkdown(text, basename(path))];
  throw new Error('Name a .json, .csv or .md file, or a folder of Markdown files.');
};

const reasons: Partial<Record<FieldCode, string>> = {
  required: 'is missing',
  too_short: 'is too short',
  too_long: 'is too long',
  too_many: 'has too many entries',
  not_text: 'contains characters we can’t save',
  not_email: 'isn’t an email address',
  not_allowed: 'isn’t allowed',
  unknown: 'is unknown',
  invalid: 'isn’t valid',
};

/** What is wrong with an entry, in words: "title is missing; answer is too long". */
const reasonOf = (fields: Record<string, FieldCode>): string => {
  const wrong = Object.entries(fields);
  // An entry without an id goes by its title: the title is what is missing.
  const named = wrong.filter(([field]) => field !== 'id' || wrong.length === 1);
  return named.map(([field, code]) => `${field} ${reasons[code] ?? reasons.invalid}`).join('; ');
};

/** A single line: titles in files are often wrapped. */
const unwrap = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value;

/**
 * Imports questions with their answers and makes them public. Running it again changes only what changed; rows that
 * cannot be taken are listed and the others go on.
 * @param path a JSON, CSV or Markdown file, or a folder of Markdown files
 * @throws Error when the path cannot be read at all
 */
export const importFaq = async (
  ctx: Context,
  site: Pick<Site, 'id' | 'settings'>,
  path: string,
  options: { language?: string | undefined; dryRun?: boolean } = {},
): Promise<ImportReport> => {
  const report: ImportReport = { added: 0, changed: 0, unchanged: 0, rejected: [] };
  const seen = new Set<string>();
  for (const { row, value } of readPath(path)) {
    if (value instanceof Error) {
      report.rejected.push({ row, reason: value.message });
      continue;
    }
    const raw = value as Record<string, unknown>;
    const defined = Object.fromEntries(
      Object.entries(raw).filter(([, item]) => item !== undefined && item !== null),
    );
    let entry: FaqEntry;
    try {
      entry = check(faqEntry, {
        ...defined,
        id: unwrap(defined['id']),
        title: unwrap(defined['title']),
        language: defined['language'] ?? options.language ?? site.settings.languages[0],
      });
    } catch (error) {
      if (!(error instanceof Failure) || !error.fields) throw error;
      report.rejected.push({ row, reason: reasonOf(error.fields) });
      continue;
    }
    if (seen.has(entry.id)) {
      report.rejected.push({ row, reason: `the id ${JSON.stringify(entry.id)} stands there twice` });
      continue;
    }
    seen.add(entry.id);
    report[await importEntry(ctx, site, entry, options.dryRun ?? false)]++;
  }
  return report;
};

/** Adds or updates one question with its answer. */
export const importEntry = async (
  ctx: Context,
  site: Pick<Site, 'id' | 'settings'>,
  entry: FaqEntry,
  dryRun: boolean,
  more: { askedBy?: string; answeredBy?: string; official?: boolean; at?: number } = {},
): Promise<'added' | 'changed' | 'unchanged'> => {
  // A source's ids may be long or odd; what is kept is their digest.
  const sourceId = fingerprint('faq', entry.id);
  const before = await findBySource(ctx, site.id, sourceId);
  const answer = before ? (await listAnswers(ctx, site.id, [before.id]))[0] : undefined;
  if (
    before &&
    before.title === entry.title &&
    before.details === entry.details &&
    before.language === entry.language &&
    before.category === entry.category &&
    answer?.body === entry.answer
  )
    return 'unchanged';
  if (dryRun) return before ? 'changed' : 'added';
  const now = more.at ?? ctx.clock.now();
  const id = before?.id ?? newId(now);
  const who = { site: site.id, person: 'import' };
  const rich = await ctx.renderer.render(entry.answer, who);
  const text = {
    title: entry.title,
    details: entry.details,
    detailsRich: await ctx.renderer.render(entry.details, who),
    language: entry.language,
    category: entry.category,
    slug: slugOf(entry.title),
    updatedAt: now,
  };
  await ctx.database.commit({
    site: site.id,
    events: [questionChangedEvent(id)],
    write: (tx) => [
      before
        ? updateQuestion(tx, site.id, id, text)
        : insertQuestion(tx, {
            siteId: site.id,
            id,
            ...text,
            askedBy: more.askedBy ?? '',
            sourceId,
            published: true,
            solved: 0,
            createdAt: now,
          }),
      answer
        ? updateAnswer(tx, site.id, answer.id, { body: entry.answer, rich })
        : insertAnswer(tx, {
            siteId: site.id,
            id: newId(now),
            questionId: id,
            authorName: more.answeredBy ?? site.settings.teamName,
            body: entry.answer,
            rich,
            official: more.official ?? true,
            accepted: false,
            createdAt: now,
          }),
      ...(before
        ? []
        : insertPhrasings(
            tx,
            entry.phrasings.map((phrasing) => ({
              siteId: site.id,
              id: newId(now),
              questionId: id,
              text: phrasing,
              language: entry.language,
              createdAt: now,
            })),
          )),
    ],
  });
  return before ? 'changed' : 'added';
};
