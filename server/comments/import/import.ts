import { insertFollower } from '../writes/followers.ts';
import { insertPage } from '../writes/comments.ts';
import { findPages } from '../queries/pages.ts';
import { findImported } from '../queries/exports.ts';
import { findComments } from '../queries/comments.ts';
import { longest } from '../../../shared/core/fields.ts';
import type { Context } from '../../context.ts';
import { cut } from '../../core/content/cut.ts';
import { derivedId } from '../../core/derivedId.ts';
import { fingerprint } from '../../core/people/secrets.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { restorePicture } from '../../core/content/attachments/attachments.ts';
import { Failure } from '../../core/http/failure.ts';
import { findFollower } from '../queries/followers.ts';
import { identifyPage } from '../identity.ts';
import { addPicture, insertImported } from '../writes/imports.ts';
import { commentEvent } from '../writing/checks.ts';
import { detectFormat, type Format, readRecords } from './read.ts';
import type { CommentRecord, FollowerRecord, PageRecord, PictureRecord } from './record.ts';
import { batchSize, arrange } from './arrange.ts';

/** Code units of a comment that came from elsewhere: more than one that is written here, so that nothing is lost. */
const longestImported = 200_000;

export interface CommentImportReport {
  format: Format;
  /** Pages that are named, with and without comments. */
  pages: number;
  added: number;
  unchanged: number;
  /** Pictures and followers that are new here: only a Foyer takes them out. */
  pictures: number;
  followers: number;
  /** Of what was read, by what they are there. */
  states: Record<CommentRecord['state'], number>;
  rejected: { row: string; reason: string }[];
}

/** What cannot be stored on every engine goes; what is said stays. */
const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const oneLine = (text: string, most: number): string =>
  cut(
    clean(text)
      .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
      .trim(),
    most,
  );

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
  if (!format) throw new Error('This is none of the formats that are known. Say which with --format.');
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
  const pages = new Map<string, string>();
  const changed = new Set<string>();
  const language = site.settings.languages[0]!;

  const identityOf = ({ url, name }: { url: string; name?: string | undefined }) => {
    const absolute = URL.canParse(url) ? url : URL.canParse(url, base) ? new URL(url, base).href : '';
    return identifyPage(site.settings.comments.page, absolute, name);
  };

  /** Makes a page once; without an address it is none. @returns its id */
  const pageFor = async (record: Omit<PageRecord, 'kind'>): Promise<string | null> => {
    const identity = identityOf(record);
    if (!identity) return null;
    const known = pages.get(identity.key);
    if (known) return known;
    const id = derivedId(site.id, `comments ${identity.key}`);
    pages.set(identity.key, id);
    report.pages++;
    if (!options.dryRun && (await findPages(ctx, site.id, [id])).length === 0)
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

  const idOf = (source: string): string => derivedId(site.id, `comment ${source}`);

  const store = async (batch: { record: CommentRecord; pageId: string }[]): Promise<void> => {
    const known = new Set(
      await findImported(
        ctx,
        site.id,
        batch.map(({ record }) => record.source),
      ),
    );
    // What was written here and taken out is there under its own id.
    for (const { id, source } of await findComments(
      ctx,
      site.id,
      batch.flatMap(({ record }) => record.id ?? []),
    ))
      known.add(source ?? `foyer:${id}`);
    const sources = new Set<string>();
    const fresh = batch.filter(({ record }) => {
      const isNew = !known.has(record.source) && !sources.has(record.source);
      sources.add(record.source);
      return isNew;
    });
    report.unchanged += batch.length - fresh.length;
    report.added += fresh.length;
    if (options.dryRun) for (const { record } of fresh) expected.add(record.id ?? '');
    if (options.dryRun || fresh.length === 0) return;
    const rich = await Promise.all(fresh.map(({ record }) => ctx.renderer.render(record.body)));
    await ctx.database.commit({
      site: site.id,
      events: [commentEvent('changed', fresh[0]!.pageId)],
      write: (tx, seq) =>
        fresh.map(({ record, pageId }, index) => {
          changed.add(pageId);
          const id = record.id ?? idOf(record.source);
          return insertImported(tx, {
            siteId: site.id,
            id,
            pageId,
            // Where it stands is known when all are there.
            parentId: record.parent === null ? null : idOf(record.parent),
            rootId: id,
            place: 0,
            state: record.state,
            reason: record.reason ?? (record.state === 'pending' ? 'imported' : null),
            authorKind: record.byStaff ? 'staff' : 'imported',
            authorId: null,
            name: record.name,
            email: record.email,
            website: record.website,
            verified: record.verified ?? false,
            body: record.body,
            rich: rich[index]!,
            files: null,
            language: record.language ?? language,
            up: record.up,
            down: record.down,
            baseUp: record.up,
            baseDown: record.down,
            reports: 0,
            replies: 0,
            seq,
            createdAt: record.at,
            editedAt: record.editedAt ?? null,
            source: record.source,
            extra: {
              ...record.extra,
              ...(record.parent !== null && { parent: record.parent }),
            },
            fingerprint: fingerprint(record.source),
          });
        }),
    });
  };

  /** Of a dry run: comments that would be there by now. */
  const expected = new Set<string>();

  /** @returns why it cannot be taken, or null */
  const takePicture = async (record: PictureRecord): Promise<string | null> => {
    const [row] = await findComments(ctx, site.id, [record.comment]);
    if (!row && !expected.has(record.comment)) return 'its comment is not in the file';
    if (row?.files?.some(({ id }) => id === record.id)) return null;
    const bytes = Buffer.from(record.data, 'base64');
    if (bytes.length === 0) return 'it has no bytes';
    report.pictures++;
    if (options.dryRun || !row) return null;
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

  const takeFollower = async (record: FollowerRecord, pageId: string | null): Promise<string | null> => {
    if (!pageId) return `its page ${JSON.stringify(record.page.url)} is no address`;
    const { id, comment, email, language: tongue, daily, toldAt, confirmedAt, endedAt, at } = record;
    if (options.dryRun) {
      if (!(await findFollower(ctx, site.id, id))) report.followers++;
      return null;
    }
    const row = { siteId: site.id, id, pageId, commentId: comment, email, language: tongue, daily };
    const times = { toldAt, confirmedAt, endedAt, createdAt: at };
    if (await ctx.database.write((tx) => [insertFollower(tx, { ...row, ...times })])) report.followers++;
    return null;
  };

  const batch: { record: CommentRecord; pageId: string }[] = [];
  for await (const record of readRecords(file, format)) {
    if (record.kind === 'refused') {
      report.rejected.push({ row: record.row, reason: record.reason });
      continue;
    }
    if (record.kind === 'page') {
      await pageFor(record);
      continue;
    }
    if (record.kind === 'picture' || record.kind === 'follower') {
      // What they belong to is there first.
      await store(batch.splice(0));
      const reason =
        record.kind === 'picture'
          ? await takePicture(record)
          : await takeFollower(record, await pageFor({ title: '', ...record.page }));
      if (reason) report.rejected.push({ row: record.row, reason });
      continue;
    }
    const pageId = await pageFor({ title: record.page.title ?? '', ...record.page });
    const body = clean(record.body);
    const reason = !pageId
      ? `its page ${JSON.stringify(record.page.url)} is no address`
      : body.length > longestImported
        ? 'it is too long'
        : body.trim() === '' && record.state !== 'deleted'
          ? 'it says nothing'
          : null;
    if (reason) {
      report.rejected.push({ row: record.row, reason });
      continue;
    }
    report.states[record.state]++;
    batch.push({
      pageId: pageId!,
      record: {
        ...record,
        body,
        // From a Foyer as it was; from elsewhere as names are here.
        name: record.id ? record.name : oneLine(record.name, longest.name),
        email: record.email === null ? null : cut(clean(record.email), longest.email),
        website: record.website === null ? null : cut(clean(record.website), longest.url),
      },
    });
    if (batch.length >= batchSize) await store(batch.splice(0));
  }
  await store(batch.splice(0));
  for (const pageId of changed) await arrange(ctx, site, pageId);
  return report;
};
