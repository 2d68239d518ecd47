import { hasVisibleText } from '../../../shared/core/visibleText.ts';
import { longest } from '../../../shared/core/fields.ts';
import type { Context } from '../../context.ts';
import { assertPresent } from '../../core/assertPresent.ts';
import { cut } from '../../core/content/cut.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { storeBatch } from './store.ts';
import { detectFormat, type Format, readRecords } from './read.ts';
import {
  type CommentImportReport,
  type ImportRun,
  oneLine,
  pageFor,
  type Placed,
  takeFollower,
  takePicture,
} from './take.ts';
import type {
  CommentRecord,
  FollowerRecord,
  ImportRecord,
  PageRecord,
  PictureRecord,
  RecordOptions,
} from './record.ts';
import { storableRecord } from '../../core/importing/characters.ts';
import { addNote, createNotes, type ImportNotes } from '../../core/importing/notes.ts';
import { batchSize, arrange } from './arrange.ts';

/** Maximum length of an imported comment, code units: more than one that is written here, so that nothing is lost. */
const maxImportedLength = 200_000;

/** Why a comment cannot be taken, or null. */
const refusalOf = (record: CommentRecord, pageId: string | null): string | null => {
  if (!pageId) return `its page ${JSON.stringify(record.page.url)} is no address`;
  if (record.body.length > maxImportedLength) return 'it is too long';
  return !hasVisibleText(record.body) && record.state !== 'deleted' ? 'it says nothing' : null;
};

/** A comment as it can be stored: from a Foyer as it was; from elsewhere as names are here. */
const tidy = (record: CommentRecord): CommentRecord => ({
  ...record,
  name: record.id ? record.name : oneLine(record.name, longest.name),
  email: record.email === null ? null : cut(record.email, longest.email),
  website: record.website === null ? null : cut(record.website, longest.url),
});

/** A record as it was read, with texts that every engine takes. */
const storable = (record: ImportRecord, notes: ImportNotes): ImportRecord => {
  if (record.kind === 'refused' || record.kind === 'picture') return record;
  const row = record.kind === 'page' ? `page ${record.url}` : record.row;
  return storableRecord(record, row, notes, record.kind === 'comment' && record.id !== undefined);
};

/** Notes a page that has no name of its own where names are asked for: its address is its key. */
const notePage = ({ report, options }: ImportRun, record: Omit<PageRecord, 'kind'>): void => {
  if (options.pageKey !== 'identifier') return;
  if (record.name === undefined)
    addNote(report.notes, 'keys', record.url, 'it has no identifier; its address is its key');
  else if (record.url === '')
    addNote(report.notes, 'keys', record.name, 'it has no address; links to it lead to the site’s start');
};

export interface ImportOptions extends Partial<Omit<RecordOptions, 'notes'>> {
  format?: Format | undefined;
  /** `scheme://host` for addresses that have none. */
  base?: string | undefined;
  dryRun?: boolean | undefined;
}

const startRun = (ctx: Context, site: Site, format: Format, options: ImportOptions): ImportRun => {
  const notes = createNotes();
  return {
    ctx,
    site,
    base: options.base ?? site.origins[0] ?? ctx.config.publicUrl,
    dryRun: options.dryRun ?? false,
    options: {
      notes,
      encoding: options.encoding,
      zone: options.zone ?? 'utc',
      pageKey: options.pageKey ?? 'url',
    },
    report: {
      format,
      pages: 0,
      added: 0,
      changed: 0,
      unchanged: 0,
      pictures: 0,
      followers: 0,
      erased: 0,
      states: { approved: 0, pending: 0, spam: 0, deleted: 0 },
      // One list: what a file can't give and what we can't take.
      rejected: notes.rejected,
      notes,
    },
    pages: new Map(),
    changed: new Set(),
    expected: new Set(),
  };
};

/** Takes a picture or a follower: what they belong to is there first. @returns why it cannot be taken, or null */
const takeMore = async (run: ImportRun, record: PictureRecord | FollowerRecord): Promise<string | null> =>
  record.kind === 'picture'
    ? takePicture(run, record)
    : takeFollower(run, record, await pageFor(run, { title: '', ...record.page }));

/**
 * Takes comments in from a file. Each is found by where it came from, so that taking it in again changes only what was
 * changed there. Pages are what the site's rules say; an address without a host is one of the site's own. What cannot be
 * read is noted with its place, and the rest goes on.
 * @throws Error when the format cannot be told
 */
export const importComments = async (
  ctx: Context,
  site: Site,
  file: string,
  options: ImportOptions = {},
): Promise<CommentImportReport> => {
  const format = options.format ?? (await detectFormat(file, options.encoding));
  if (!format) throw new Error('Couldn’t tell the format. Name it with --format.');
  const run = startRun(ctx, site, format, options);
  const { report } = run;
  const batch: Placed[] = [];
  for await (const read of readRecords(file, format, run.options)) {
    const record = storable(read, report.notes);
    if (record.kind === 'refused') {
      report.rejected.push({ row: record.row, reason: record.reason });
      continue;
    }
    if (record.kind === 'page') {
      notePage(run, record);
      await pageFor(run, record);
      continue;
    }
    if (record.kind === 'picture' || record.kind === 'follower') {
      await storeBatch(run, batch.splice(0));
      const reason = await takeMore(run, record);
      if (reason) report.rejected.push({ row: record.row, reason });
      continue;
    }
    const pageId = await pageFor(run, { title: record.page.title ?? '', ...record.page });
    const reason = refusalOf(record, pageId);
    if (reason) {
      report.rejected.push({ row: record.row, reason });
      continue;
    }
    report.states[record.state]++;
    batch.push({
      pageId: assertPresent(pageId, 'a comment without a page is refused'),
      record: tidy(record),
    });
    if (batch.length >= batchSize) await storeBatch(run, batch.splice(0));
  }
  await storeBatch(run, batch.splice(0));
  for (const pageId of run.changed) await arrange(ctx, site, pageId);
  return report;
};
