import type { Context } from '../context.ts';
import type { LogEvent } from '../core/events/tables.ts';
import type { Projection, Readers } from '../core/events/liveTypes.ts';
import { toCommentView } from './views.ts';
import { findComments } from './queries/comments.ts';

/** Events about what a comment says, and whether it may be read. */
export const commentKinds = ['comment.added', 'comment.held', 'comment.changed', 'comment.approved'];

/**
 * Tells staff's streams that something about comments changed; who shows them asks what. Readers of a page get the
 * comment as it is now, without its words where it may not be read any more; nothing of what was never public.
 */
export const projectComments = async (
  ctx: Context,
  siteId: string,
  batch: readonly LogEvent[],
  readers: Readers,
): Promise<Map<number, Projection>> => {
  const about = batch.filter(({ kind }) => commentKinds.includes(kind));
  const projections = new Map<number, Projection>(
    about.map(({ seq }) => [seq, { staff: {}, moderator: {} }]),
  );
  const { topics } = readers;
  if (!about.length || !topics?.size) return projections;
  const ids = [...new Set(about.flatMap(({ subjectId }) => subjectId ?? []))];
  const rows = new Map((await findComments(ctx, siteId, ids)).map((row) => [row.id, row]));
  for (const event of about) {
    const row = rows.get(event.subjectId ?? '');
    // What was never public has no place in the page's log.
    if (row && row.seq > 0 && topics.has(row.pageId))
      projections.set(event.seq, {
        staff: {},
        moderator: {},
        topic: { name: row.pageId, data: { comment: toCommentView(row) } },
      });
  }
  return projections;
};
