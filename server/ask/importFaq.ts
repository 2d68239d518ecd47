import { insertQuestion, updateQuestion } from './writes/questions.ts';
import { insertPhrasings } from './writes/phrasings.ts';
import { insertAnswer, updateAnswer } from './writes/answers.ts';
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
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import { check } from '../core/http/validate.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { storableRecord } from '../core/importing/characters.ts';
import { createNotes, type ImportNotes, type Place } from '../core/importing/notes.ts';
import { fingerprint } from '../core/people/secrets.ts';
import { findBySource, findImportedAnswer } from './queries/answers.ts';
import type { QuestionRow } from './queries/questions.ts';
import { readPath } from './faqFiles.ts';
import { reasonOf } from './importReasons.ts';
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
  /** Rows or files that were refused, with the reason. */
  rejected: Place[];
  /** Faults that were repaired on the way: wrong bytes, control characters. */
  notes: ImportNotes;
}

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
  options: { language?: string | undefined; encoding?: string | undefined; dryRun?: boolean } = {},
): Promise<ImportReport> => {
  const notes = createNotes();
  const report: ImportReport = { added: 0, changed: 0, unchanged: 0, rejected: notes.rejected, notes };
  const seen = new Set<string>();
  for (const { row, value } of await readPath(path, { notes, encoding: options.encoding })) {
    if (value instanceof Error) {
      report.rejected.push({ row, reason: value.message });
      continue;
    }
    const raw = storableRecord(value as Record<string, unknown>, row, notes, false);
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

/** Whether a question says what an entry says. */
const isSame = (row: QuestionRow, entry: FaqEntry): boolean =>
  row.title === entry.title &&
  row.details === entry.details &&
  row.language === entry.language &&
  row.category === entry.category;

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
  const answer = before ? await findImportedAnswer(ctx, site.id, before.id) : null;
  if (before && answer?.body === entry.answer && isSame(before, entry)) return 'unchanged';
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
            authorKind: 'imported',
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
