import type { RichNode } from '../../../shared/core/richText.ts';
import { mainLanguage } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import { assertPresent } from '../../core/assertPresent.ts';
import { derivedId } from '../../core/derivedId.ts';
import { fingerprint } from '../../core/people/secrets.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { type CommentRow, findComments } from '../queries/comments.ts';
import { canonicalEmail } from '../../core/emailAddress.ts';
import { findErased } from '../../core/people/privacy/queries/erasures.ts';
import { erasedFingerprint } from '../queries/personalData.ts';
import { findImported } from '../queries/exports.ts';
import { changeComment } from '../writes/comments.ts';
import { insertImported } from '../writes/imports.ts';
import { commentEvent } from '../writing/checks.ts';
import type { CommentRecord } from './record.ts';
import type { ImportRun, Placed } from './take.ts';

/* How the comments of an import are stored: those that are new, and those that were changed since. */

const importedIdOf = (site: Site, source: string): string => derivedId(site.id, `comment ${source}`);

/** A digest of a comment in the other system: another one at the next import is a change. */
const digestOf = ({ row: _, page: __, ...said }: CommentRecord): string =>
  fingerprint('import', JSON.stringify(said));

/** Comments of a batch that are not here yet, each once, and those that were changed since they were taken. */
const sortOut = async (
  { ctx, site }: ImportRun,
  batch: Placed[],
): Promise<{ fresh: Placed[]; changed: { placed: Placed; row: CommentRow }[] }> => {
  const rows = await findImported(
    ctx,
    site.id,
    batch.map(({ record }) => record.source),
  );
  const known = new Map<string, CommentRow | null>(rows.map((row) => [row.source ?? '', row]));
  // What was written here and taken out is there under its own id.
  for (const { id, source } of await findComments(
    ctx,
    site.id,
    batch.flatMap(({ record }) => record.id ?? []),
  ))
    if (!known.has(source ?? `foyer:${id}`)) known.set(source ?? `foyer:${id}`, null);
  const fresh: Placed[] = [];
  const changed: { placed: Placed; row: CommentRow }[] = [];
  const seen = new Set<string>();
  for (const placed of batch) {
    const { source } = placed.record;
    if (seen.has(source)) continue;
    seen.add(source);
    const row = known.get(source);
    if (row === undefined) fresh.push(placed);
    else if (row && row.fingerprint !== erasedFingerprint && row.fingerprint !== digestOf(placed.record))
      changed.push({ placed, row });
  }
  return { fresh, changed };
};

const extraOf = (record: CommentRecord): CommentRow['extra'] => ({
  ...record.extra,
  ...(record.parent !== null && { parent: record.parent }),
  // What was decided here since is told from what was decided there.
  state: record.state,
});

/** The difference that a change there makes here. What was decided here stays, unless it was decided anew there. */
const changeOf = (row: CommentRow, record: CommentRecord, rich: Rich, seq: number): Partial<CommentRow> => ({
  name: record.name,
  email: record.email,
  website: record.website,
  body: record.body,
  rich,
  ...(record.state !== row.extra?.['state'] && { state: record.state, reason: reasonOf(record) }),
  up: row.up - row.baseUp + record.up,
  down: row.down - row.baseDown + record.down,
  baseUp: record.up,
  baseDown: record.down,
  seq,
  createdAt: record.at,
  editedAt: record.editedAt ?? null,
  extra: extraOf(record),
  fingerprint: digestOf(record),
});

type Rich = Awaited<ReturnType<Context['renderer']['render']>>;

const reasonOf = (record: CommentRecord): CommentRow['reason'] =>
  record.reason ?? (record.state === 'pending' ? 'imported' : null);

const rowOf = (
  site: Site,
  record: CommentRecord,
  pageId: string,
  rich: Rich,
  seq: number,
): Parameters<typeof insertImported>[1] => {
  const id = record.id ?? importedIdOf(site, record.source);
  return {
    siteId: site.id,
    id,
    pageId,
    // Where it stands is known when all are there.
    parentId: record.parent === null ? null : importedIdOf(site, record.parent),
    rootId: id,
    place: 0,
    state: record.state,
    reason: reasonOf(record),
    authorKind: record.byStaff ? 'staff' : 'imported',
    authorId: null,
    name: record.name,
    email: record.email,
    website: record.website,
    verified: record.verified ?? false,
    body: record.body,
    rich,
    files: null,
    language: record.language ?? mainLanguage(site.settings),
    up: record.up,
    down: record.down,
    baseUp: record.up,
    baseDown: record.down,
    vetted: false,
    reports: 0,
    replies: 0,
    seq,
    createdAt: record.at,
    editedAt: record.editedAt ?? null,
    source: record.source,
    extra: extraOf(record),
    fingerprint: digestOf(record),
  };
};

/** A comment without its erased author: its place stays, for those who replied. */
const withoutErased = async ({ ctx, site, report }: ImportRun, batch: Placed[]): Promise<Placed[]> => {
  const hashes = new Map<Placed, string>();
  for (const placed of batch)
    if (placed.record.email)
      hashes.set(placed, ctx.tombstones.hashOf(site.id, 'email', canonicalEmail(placed.record.email)));
  const erased = await findErased(ctx, site.id, [...new Set(hashes.values())]);
  return batch.map((placed) => {
    if (!erased.has(hashes.get(placed) ?? '')) return placed;
    report.erased++;
    const { row, source, parent, page, id, at, up, down, kind } = placed.record;
    const empty = { name: '', email: null, website: null, body: '', state: 'deleted' as const };
    return { ...placed, record: { kind, row, source, parent, page, id, at, up, down, ...empty } };
  });
};

/** Stores the comments of a batch that are new or changed. */
export const storeBatch = async (run: ImportRun, given: Placed[]): Promise<void> => {
  const { ctx, site, report, expected, dryRun } = run;
  const batch = await withoutErased(run, given);
  const { fresh, changed } = await sortOut(run, batch);
  report.unchanged += batch.length - fresh.length - changed.length;
  report.added += fresh.length;
  report.changed += changed.length;
  if (dryRun) for (const { record } of fresh) expected.add(record.id ?? '');
  const first = fresh[0] ?? changed[0]?.placed;
  if (dryRun || !first) return;
  const rich = new Map<CommentRecord, RichNode[]>();
  // One after the other: an import is one of many who wait for the threads.
  for (const { record } of [...fresh, ...changed.map(({ placed }) => placed)])
    rich.set(record, await ctx.renderer.render(record.body, { site: site.id, person: 'import' }));
  const richOf = (record: CommentRecord): RichNode[] => assertPresent(rich.get(record), 'each was rendered');
  for (const { pageId } of fresh) run.changed.add(pageId);
  // A comment stays on the page that it was taken to.
  for (const { row } of changed) run.changed.add(row.pageId);
  await ctx.database.commit({
    site: site.id,
    events: [commentEvent('changed', first.pageId)],
    write: (tx, seq) => [
      ...fresh.map(({ record, pageId }) =>
        insertImported(tx, rowOf(site, record, pageId, richOf(record), seq)),
      ),
      ...changed.map(({ placed: { record }, row }) =>
        changeComment(tx, site.id, row.id, changeOf(row, record, richOf(record), seq)),
      ),
    ],
  });
};
