import { insertFollower } from '../writes/followers.ts';
import { insertPage } from '../writes/comments.ts';
import { findPages } from '../queries/pages.ts';
import { findComments } from '../queries/comments.ts';
import type { ImportNotes, Place } from '../../core/importing/notes.ts';
import { longest } from '../../../shared/core/fields.ts';
import type { Context } from '../../context.ts';
import { cut } from '../../core/content/cut.ts';
import { derivedId } from '../../core/derivedId.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { restorePicture } from '../../core/content/attachments/attachments.ts';
import { Failure } from '../../core/http/failure.ts';
import { canonicalEmail } from '../../core/emailAddress.ts';
import { findFollower } from '../queries/followers.ts';
import { identifyPage } from '../identity.ts';
import { addPicture } from '../writes/imports.ts';
import { commentEvent } from '../writing/checks.ts';
import type { Format } from './read.ts';
import type { CommentRecord, FollowerRecord, PageRecord, PictureRecord, RecordOptions } from './record.ts';

/* What an import does with each thing that it reads. */

export interface CommentImportReport {
  format: Format;
  /** Pages that are named, with and without comments. */
  pages: number;
  added: number;
  /** That were taken before, and were changed there since. */
  changed: number;
  unchanged: number;
  /** Pictures and followers that are new here: only a Foyer takes them out. */
  pictures: number;
  followers: number;
  /** Comments whose author was erased here: they come without words and name. */
  erased: number;
  /** Of what was read, by what they are there. */
  states: Record<CommentRecord['state'], number>;
  rejected: Place[];
  /** Faults that were repaired on the way: wrong bytes, control characters, entities. */
  notes: ImportNotes;
}

/** The state of one import, from its first record to its last. */
export interface ImportRun {
  ctx: Context;
  site: Site;
  /** `scheme://host` for addresses that have none. */
  base: string;
  dryRun: boolean;
  options: RecordOptions;
  report: CommentImportReport;
  /** Ids of pages that were named, by their keys. */
  pages: Map<string, string>;
  /** Pages that got comments. */
  changed: Set<string>;
  /** Of a dry run: comments that would be there by now. */
  expected: Set<string>;
}

/** A comment and the page that it belongs to. */
export interface Placed {
  record: CommentRecord;
  pageId: string;
}

/** A text on one line, no longer than it may be. */
export const oneLine = (text: string, max: number): string =>
  cut(
    text
      .replaceAll('\0', '')
      .toWellFormed()
      .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
      .trim(),
    max,
  );

const identityOf = ({ site, base }: ImportRun, { url, name }: { url: string; name?: string | undefined }) => {
  const absolute = URL.canParse(url) ? url : URL.canParse(url, base) ? new URL(url, base).href : '';
  return identifyPage(site.settings.comments.page, absolute, name);
};

/** Makes a page once; without an address it is none. @returns its id */
export const pageFor = async (run: ImportRun, record: Omit<PageRecord, 'kind'>): Promise<string | null> => {
  const { ctx, site, report, pages, dryRun } = run;
  const identity = identityOf(run, record);
  if (!identity) return null;
  const known = pages.get(identity.key);
  if (known) return known;
  const id = derivedId(site.id, `comments ${identity.key}`);
  pages.set(identity.key, id);
  report.pages++;
  if (!dryRun && (await findPages(ctx, site.id, [id])).length === 0)
    await ctx.database.commit({
      site: site.id,
      events: [commentEvent('changed', id)],
      write: (tx, seq) => [
        insertPage(tx, {
          siteId: site.id,
          id,
          key: identity.key,
          url: identity.url,
          title: oneLine(record.title, longest.pageTitle),
          open: record.open ?? null,
          count: 0,
          seq,
          extra: record.extra ?? null,
          createdAt: record.at ?? ctx.clock.now(),
        }),
      ],
    });
  return id;
};

/** Takes a picture to its comment. @returns why it cannot be taken, or null */
export const takePicture = async (run: ImportRun, record: PictureRecord): Promise<string | null> => {
  const { ctx, site, report, expected, dryRun } = run;
  const [row] = await findComments(ctx, site.id, [record.comment]);
  if (!row && !expected.has(record.comment)) return 'its comment is not in the file';
  if (row?.files?.some(({ id }) => id === record.id)) return null;
  if (row?.state === 'deleted') return null;
  const bytes = Buffer.from(record.data, 'base64');
  if (bytes.length === 0) return 'it has no bytes';
  report.pictures++;
  if (dryRun || !row) return null;
  const { id, name, size, at: createdAt } = record;
  const given = { id, name, size, createdAt, messageId: row.id, conversationId: row.pageId };
  try {
    const picture = await restorePicture(ctx, site.id, given, bytes);
    await ctx.database.commit({
      site: site.id,
      events: [commentEvent('changed', row.pageId)],
      write: (tx, seq) => [addPicture(tx, row, picture, seq)],
    });
    return null;
  } catch (error) {
    if (!(error instanceof Failure) || error.code === 'storage_full') throw error;
    report.pictures--;
    return error.message;
  }
};

/** Takes a follower of a page. @returns why it cannot be taken, or null */
export const takeFollower = async (
  run: ImportRun,
  record: FollowerRecord,
  pageId: string | null,
): Promise<string | null> => {
  const { ctx, site, report, dryRun } = run;
  if (!pageId) return `its page ${JSON.stringify(record.page.url)} is no address`;
  if ((await ctx.tombstones.erasedAt(site.id, 'email', canonicalEmail(record.email))) !== null)
    return 'who followed was erased here';
  const { id, comment, email, language: tongue, daily, toldAt, confirmedAt, endedAt, at } = record;
  if (dryRun) {
    if (!(await findFollower(ctx, site.id, id))) report.followers++;
    return null;
  }
  const row = { siteId: site.id, id, pageId, commentId: comment, email, language: tongue, daily };
  const times = { toldAt, confirmedAt, endedAt, createdAt: at };
  if (await ctx.database.write((tx) => [insertFollower(tx, { ...row, ...times })])) report.followers++;
  return null;
};
