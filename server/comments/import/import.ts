import { hasVisibleText } from '../../../shared/core/visibleText.ts';
import { longest } from '../../../shared/core/fields.ts';
import type { Context } from '../../context.ts';
import { assertPresent } from '../../core/assertPresent.ts';
import { cut } from '../../core/content/cut.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { detectFormat, type Format, readRecords } from './read.ts';
import {
  clean,
  type CommentImportReport,
  type ImportRun,
  oneLine,
  pageFor,
  type Placed,
  storeBatch,
  takeFollower,
  takePicture,
} from './take.ts';
import type { CommentRecord } from './record.ts';
import { batchSize, arrange } from './arrange.ts';

/** Code units of a comment that came from elsewhere: more than one that is written here, so that nothing is lost. */
const longestImported = 200_000;

/** Why a comment cannot be taken, or null. */
const refusalOf = (record: CommentRecord, pageId: string | null, body: string): string | null => {
  if (!pageId) return `its page ${JSON.stringify(record.page.url)} is no address`;
  if (body.length > longestImported) return 'it is too long';
  return !hasVisibleText(body) && record.state !== 'deleted' ? 'it says nothing' : null;
};

/** A comment as it can be stored: from a Foyer as it was; from elsewhere as names are here. */
const tidy = (record: CommentRecord, body: string): CommentRecord => ({
  ...record,
  body,
  name: record.id ? record.name : oneLine(record.name, longest.name),
  email: record.email === null ? null : cut(clean(record.email), longest.email),
  website: record.website === null ? null : cut(clean(record.website), longest.url),
});

/**
 * Takes comments in from a file. Each is found by where it came from, so that taking it in again changes nothing. Pages
 * are what the site's rules say; an address without a host is one of the site's own.
 * @param base `scheme://host` for addresses that have none
 * @throws Error when the format cannot be told, or the file is not of it; what was read until then is kept
 */
export const importComments = async (
  ctx: Context,
  site: Site,
  file: string,
  options: { format?: Format | undefined; base?: string | undefined; dryRun?: boolean | undefined } = {},
): Promise<CommentImportReport> => {
  const format = options.format ?? (await detectFormat(file));
  if (!format) throw new Error('Couldn’t tell the format. Name it with --format.');
  const base = options.base ?? site.origins[0] ?? ctx.config.publicUrl;
  const report: CommentImportReport = {
    format,
    pages: 0,
    added: 0,
    unchanged: 0,
    pictures: 0,
    followers: 0,
    states: { approved: 0, pending: 0, spam: 0, deleted: 0 },
    rejected: [],
  };
  const run: ImportRun = {
    ctx,
    site,
    base,
    dryRun: options.dryRun ?? false,
    report,
    pages: new Map(),
    changed: new Set(),
    expected: new Set(),
  };
  const batch: Placed[] = [];
  for await (const record of readRecords(file, format)) {
    if (record.kind === 'refused') {
      report.rejected.push({ row: record.row, reason: record.reason });
      continue;
    }
    if (record.kind === 'page') {
      await pageFor(run, record);
      continue;
    }
    if (record.kind === 'picture' || record.kind === 'follower') {
      // What they belong to is there first.
      await storeBatch(run, batch.splice(0));
      const reason =
        record.kind === 'picture'
          ? await takePicture(run, record)
          : await takeFollower(run, record, await pageFor(run, { title: '', ...record.page }));
      if (reason) report.rejected.push({ row: record.row, reason });
      continue;
    }
    const pageId = await pageFor(run, { title: record.page.title ?? '', ...record.page });
    const body = clean(record.body);
    const reason = refusalOf(record, pageId, body);
    if (reason) {
      report.rejected.push({ row: record.row, reason });
      continue;
    }
    report.states[record.state]++;
    batch.push({
      pageId: assertPresent(pageId, 'a comment without a page is refused'),
      record: tidy(record, body),
    });
    if (batch.length >= batchSize) await storeBatch(run, batch.splice(0));
  }
  await storeBatch(run, batch.splice(0));
  for (const pageId of run.changed) await arrange(ctx, site, pageId);
  return report;
};
