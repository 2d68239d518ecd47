import { recount } from '../writes/comments.ts';
import { listPlaces } from '../queries/exports.ts';
import type { Context } from '../../context.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { setPlaces } from '../writes/imports.ts';
import { commentEvent } from '../writing/checks.ts';

/** Records that share a commit. */
export const batchSize = 200;

/**
 * Puts a page's comments into their threads: each behind the one it answers, in the order of their times. One whose
 * parent is nowhere begins a thread.
 */
export const arrange = async (ctx: Context, site: Site, pageId: string): Promise<void> => {
  const rows = await listPlaces(ctx, site.id, pageId);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const bySource = new Map(rows.flatMap((row) => (row.source ? [[row.source, row.id]] : [])));
  const replies = new Map<string | null, typeof rows>();
  for (const row of rows) {
    const wanted = (row.extra?.['parent'] as string | undefined) ?? null;
    const named = wanted === null ? row.parentId : (bySource.get(wanted) ?? row.parentId);
    const parent = named !== null && named !== row.id && byId.has(named) ? named : null;
    replies.set(parent, [...(replies.get(parent) ?? []), row]);
  }
  const placed: { id: string; parentId: string | null; rootId: string; place: number }[] = [];
  for (const root of replies.get(null) ?? []) {
    // In the order of their times, but never before what they answer.
    const waiting = [{ row: root, parentId: null as string | null }];
    for (let place = 0; waiting.length; place++) {
      let first = 0;
      let best: (typeof waiting)[number]['row'] | undefined;
      for (const [index, { row }] of waiting.entries())
        if (
          !best ||
          row.createdAt < best.createdAt ||
          (row.createdAt === best.createdAt && row.id < best.id)
        ) {
          first = index;
          best = row;
        }
      const [{ row, parentId }] = waiting.splice(first, 1) as [(typeof waiting)[number]];
      placed.push({ id: row.id, parentId, rootId: root.id, place });
      for (const reply of replies.get(row.id) ?? []) waiting.push({ row: reply, parentId: row.id });
    }
  }
  // Those that answer each other in a circle begin threads of their own.
  const known = new Set(placed.map(({ id }) => id));
  for (const { id } of rows) if (!known.has(id)) placed.push({ id, parentId: null, rootId: id, place: 0 });
  const moved = placed.filter(({ id, parentId, rootId, place }) => {
    const row = byId.get(id);
    return row && (row.parentId !== parentId || row.rootId !== rootId || row.place !== place);
  });
  for (let from = 0; from < moved.length; from += batchSize)
    await ctx.database.write((tx) => setPlaces(tx, site.id, moved.slice(from, from + batchSize)));
  const roots = [...new Set(placed.map(({ rootId }) => rootId))];
  for (let from = 0; from < roots.length || from === 0; from += batchSize)
    await ctx.database.commit({
      site: site.id,
      events: [commentEvent('changed', pageId)],
      write: (tx, seq) => recount(tx, site.id, pageId, roots.slice(from, from + batchSize), seq),
    });
};
