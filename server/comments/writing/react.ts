import { assertPresent } from '../../core/assertPresent.ts';
import { setVote } from '../writes/votes.ts';
import { insertReport } from '../writes/reports.ts';
import { type CommentRow, findComment } from '../queries/comments.ts';
import { insertVisitor } from '../../core/people/visitors/writes.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../core/http/failure.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import type { Visitor } from '../../core/people/visitors/visitor.ts';
import { changeComment, recount, touchPage } from '../writes/comments.ts';
import { commentEvent, refuse } from './checks.ts';

/** A comment that everybody sees. @throws Failure `not_found` */
const seenComment = async (ctx: Context, site: Site, id: string): Promise<CommentRow> => {
  if (!site.settings.features.comments) throw notFound();
  const row = await findComment(ctx, site.id, id);
  if (row?.state !== 'approved') throw notFound();
  return row;
};

/** Votes for a comment, or takes a vote back with 0. One a visitor; the last counts. */
export const vote = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  value: 1 | 0 | -1,
  language: string,
): Promise<CommentRow> => {
  const { votes } = site.settings.comments;
  const row = await seenComment(ctx, site, id);
  if (votes === 'off' || (votes === 'up' && value === -1)) throw refuse('value', 'not_allowed');
  if (row.authorId === visitor.id) throw refuse('value', 'not_allowed');
  await ctx.database.commit({
    site: site.id,
    events: [commentEvent('voted', id)],
    write: (tx, seq) => [
      ...(visitor.isNew ? insertVisitor(tx, visitor, { language }, ctx.clock.now()) : []),
      ...setVote(tx, { siteId: site.id, commentId: id, visitorId: visitor.id, value }),
      // Others see the number when they look; nothing of it is news.
      touchPage(tx, site.id, row.pageId, seq),
    ],
  });
  return assertPresent(await findComment(ctx, site.id, id), 'it was just written');
};

/** Tells staff of a comment, once a visitor; enough of them take it away until staff have looked. */
export const report = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  reason: string,
  language: string,
): Promise<void> => {
  const row = await seenComment(ctx, site, id);
  const now = ctx.clock.now();
  const most = site.settings.comments.holdAfterReports;
  const isHeld = most > 0 && row.reports + 1 >= most && row.authorKind !== 'staff';
  await ctx.database.commit({
    site: site.id,
    events: [commentEvent(isHeld ? 'held' : 'changed', id)],
    write: (tx, seq) => [
      ...insertReport(tx, { siteId: site.id, commentId: id, visitorId: visitor.id, reason, at: now }),
      ...(visitor.isNew ? insertVisitor(tx, visitor, { language }, now) : []),
      ...(isHeld
        ? [
            changeComment(tx, site.id, id, { state: 'pending', reason: 'reported', seq }),
            ...recount(tx, site.id, row.pageId, [row.rootId], seq),
          ]
        : []),
    ],
  });
};
