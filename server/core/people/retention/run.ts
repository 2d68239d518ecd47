import { keptSince } from '../../../../shared/core/people/retention.ts';
import type { RetentionKind } from '../../../../shared/core/people/retentionKinds.ts';
import type { RetentionPreview } from '../../../../shared/core/people/retentionSchema.ts';
import type { Context } from '../../../context.ts';
import type { JobHandler } from '../../jobs/handlers.ts';
import { eraseAll, forgetAll } from '../privacy/erase.ts';
import type { Person } from '../privacy/person.ts';
import type { Site } from '../sites/sites.ts';
import type { KeptForTime, OldBatch, Remains } from './kept.ts';
import { findRun, type RetentionRunRow } from './queries/runs.ts';
import { insertRun, newRun, pruneRuns, saveRun } from './writes.ts';

/** Looks for more that one turn of the job makes: the claim on it must not run out. */
const looksPerTurn = 40;
/** After so many the rest of what was theirs is taken away. */
const mostRemains = 20;

/** Previews what would go now, by a site's settings. */
export const previewRetention = async (ctx: Context, site: Site): Promise<RetentionPreview> => {
  const now = ctx.clock.now();
  const { retention } = site.settings;
  const kinds = new Map<RetentionKind, RetentionPreview['kinds'][number]>();
  for (const kept of ctx.retentions) {
    const before = keptSince(retention, kept.kind, now);
    const found = before === null ? { count: 0, oldest: null } : await kept.look(site.id, before);
    const known = kinds.get(kept.kind);
    const times = [found.oldest, known?.oldest ?? null].filter((time) => time !== null);
    kinds.set(kept.kind, {
      kind: kept.kind,
      days: retention[kept.kind],
      count: found.count + (known?.count ?? 0),
      oldest: times.length ? Math.min(...times) : null,
    });
  }
  return { kinds: [...kinds.values()] };
};

const countOf = ({ visitors, conversations }: Remains): number => visitors.length + conversations.length;

/** Takes away what was left behind, by the same erasers that take a person's data. */
const eraseRemains = async (ctx: Context, run: RetentionRunRow): Promise<void> => {
  if (countOf(run.remains) === 0) return;
  const of: Person = {
    siteId: run.siteId,
    ...run.remains,
    subjects: [],
    emails: [],
    typed: [],
    isSelf: false,
  };
  for (const data of ctx.personalData) await eraseAll(ctx, data, of);
  run.remains = { visitors: [], conversations: [] };
  await ctx.database.write((tx) => [saveRun(tx, run, { remains: run.remains })]);
};

/** Writes one batch, with what the run has come to. @returns whether it was still too old */
const takeAway = async (
  ctx: Context,
  run: RetentionRunRow,
  kind: RetentionKind,
  batch: OldBatch,
): Promise<boolean> => {
  const counts = { ...run.counts, ...(batch.count && { [kind]: (run.counts[kind] ?? 0) + batch.count }) };
  const remains = {
    visitors: [...run.remains.visitors, ...(batch.remains?.visitors ?? [])],
    conversations: [...run.remains.conversations, ...(batch.remains?.conversations ?? [])],
  };
  const { events = [] } = batch;
  const write: OldBatch['write'] = (tx, seq) => [
    ...batch.write(tx, seq),
    saveRun(tx, run, { counts, remains }),
  ];
  const applied = events.length
    ? (await ctx.database.commit({ site: run.siteId, events, write })).applied
    : await ctx.database.write((tx) => write(tx, 0));
  if (applied) Object.assign(run, { counts, remains });
  return applied;
};

/** Takes away what of one kind is too old. @returns the looks that are left; 0 when there may be more of it */
const runKind = async (
  ctx: Context,
  run: RetentionRunRow,
  kept: KeptForTime,
  before: number,
  looks: number,
): Promise<number> => {
  for (let left = looks; left > 0; left--) {
    const batches = await kept.next(run.siteId, before);
    let isAnyGone = false;
    for (const batch of batches) {
      isAnyGone = (await takeAway(ctx, run, kept.kind, batch)) || isAnyGone;
      if (countOf(run.remains) >= mostRemains) await eraseRemains(ctx, run);
    }
    await eraseRemains(ctx, run);
    if (!isAnyGone) return left;
  }
  return 0;
};

/** @returns whether all is done */
const runTurn = async (ctx: Context, site: Site, run: RetentionRunRow): Promise<boolean> => {
  await eraseRemains(ctx, run);
  let looks = looksPerTurn;
  for (const kept of ctx.retentions) {
    // As old as it was when the run began, by the settings as they are now: never more than both say.
    const before = keptSince(site.settings.retention, kept.kind, run.startedAt);
    if (before === null) continue;
    looks = await runKind(ctx, run, kept, before, looks);
    if (looks === 0) return false;
  }
  return true;
};

/** The run that a job does: begun, or cut off and gone on with. */
const openRun = async (ctx: Context, siteId: string, id: string, by: 'daily' | 'staff') => {
  await ctx.database.write((tx) => [insertRun(tx, newRun(siteId, id, by, ctx.clock.now()))]);
  return findRun(ctx, siteId, id);
};

/**
 * Takes away what is older than the owner says, in bounded batches. What goes is counted in the commit that takes it, so
 * that a run whose process dies goes on and counts nothing twice.
 */
export const retentionJob: JobHandler = async (ctx, { siteId, id, payload }) => {
  const site = await ctx.sites.byId(siteId);
  const run = await openRun(ctx, siteId, id, payload['by'] === 'staff' ? 'staff' : 'daily');
  if (!site || !run || run.state === 'done') return { kind: 'done' };
  if (!(await runTurn(ctx, site, run))) return { kind: 'later', at: ctx.clock.now() };
  if (Object.keys(run.counts).length) await forgetAll(ctx, siteId, 'age');
  const now = ctx.clock.now();
  ctx.log.info({ site: siteId, run: id, by: run.by, counts: run.counts }, 'what was too old is gone');
  return {
    kind: 'done',
    write: (tx) => [saveRun(tx, run, { state: 'done', doneAt: now }), pruneRuns(tx, siteId, now)],
  };
};
