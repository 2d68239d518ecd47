import type { EditByStaff } from '../../shared/comments/schema.ts';
import { newId } from '../../shared/core/ids.ts';
import type { Context } from '../context.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { type CommentRow, countPinned, findComment } from './queries/comments.ts';
import { changeComment, keepVersion, touchPage } from './writes/comments.ts';
import { commentEvent, refuse } from './writing/checks.ts';

/* What staff change about a comment that stays: its place on the page, and its words. */

/** Comments that are pinned on one page: more would be a list of their own. */
export const maxPinned = 3;

/** @throws Failure `not_found` */
const requireComment = async (ctx: Context, site: Site, id: string): Promise<CommentRow> => {
  const row = await findComment(ctx, site.id, id);
  if (!row || row.state === 'deleted') throw notFound();
  return row;
};

/**
 * Pins a comment to the top of its page, or takes it off. Again, it is there already.
 * @throws Failure `not_found`, `forbidden` for a reply or what isn't public, `invalid` where enough are pinned
 */
export const pin = async (ctx: Context, site: Site, id: string, pinned: boolean): Promise<void> => {
  const row = await requireComment(ctx, site, id);
  if ((row.pinnedAt !== null) === pinned) return;
  if (pinned && (row.parentId !== null || row.state !== 'approved'))
    throw new Failure('forbidden', 'Only a public comment that begins a thread can be pinned.');
  if (pinned && (await countPinned(ctx, site.id, row.pageId)) >= maxPinned)
    throw refuse('pinned', 'too_many');
  await ctx.database.commit({
    site: site.id,
    events: [commentEvent('changed', id)],
    write: (tx, seq) => [
      changeComment(tx, site.id, id, { pinnedAt: pinned ? ctx.clock.now() : null, seq }),
      touchPage(tx, site.id, row.pageId, seq),
    ],
  });
};

/** Changes a comment's words for staff: it is marked as edited, and what it said before is kept. */
export const editAsStaff = async (
  ctx: Context,
  site: Site,
  staffId: string,
  id: string,
  { body }: EditByStaff,
): Promise<void> => {
  const row = await requireComment(ctx, site, id);
  if (row.body === body) return;
  const now = ctx.clock.now();
  const rich = await ctx.renderer.render(body, { site: site.id, person: staffId });
  const wasSeen = row.state === 'approved';
  await ctx.database.commit({
    site: site.id,
    events: [commentEvent('changed', id)],
    write: (tx, seq) => [
      keepVersion(tx, {
        ...{ siteId: site.id, id: newId(now), commentId: id },
        ...{ body: row.body, staffId, at: now },
      }),
      changeComment(tx, site.id, id, { body, rich, editedAt: now, ...(wasSeen && { seq }) }),
      ...(wasSeen ? [touchPage(tx, site.id, row.pageId, seq)] : []),
    ],
  });
};
