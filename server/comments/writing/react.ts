import { assertPresent } from '../../core/assertPresent.ts';
import { setVote } from '../writes/votes.ts';
import { type CommentRow, findComment } from '../queries/comments.ts';
import { insertVisitor } from '../../core/people/visitors/writes.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../core/http/failure.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import type { Visitor } from '../../core/people/visitors/visitor.ts';
import { touchPage } from '../writes/comments.ts';
import { commentEvent, refuse } from './checks.ts';
import { originOf } from '../../core/moderation/voice.ts';

/** A comment that everybody sees. @throws Failure `not_found` */
const seenComment = async (ctx: Context, site: Site, id: string): Promise<CommentRow> => {
  if (!site.settings.features.comments) throw notFound();
  const row = await findComment(ctx, site.id, id);
  if (row?.state !== 'approved') throw notFound();
  return row;
};

/** Votes for a comment, or takes a vote back with 0. One a visitor, the last counts; of one origin one counts. */
export const vote = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  value: 1 | 0 | -1,
  language: string,
  address: string,
): Promise<CommentRow> => {
  const { votes } = site.settings.comments;
  const row = await seenComment(ctx, site, id);
  if (votes === 'off' || (votes === 'up' && value === -1)) throw refuse('value', 'not_allowed');
  if (row.authorId === visitor.id) throw refuse('value', 'not_allowed');
  const { origin } = await originOf(ctx, site, visitor, id, address);
  await ctx.database.commit({
    site: site.id,
    events: [commentEvent('voted', id)],
    write: (tx, seq) => [
      ...(visitor.isNew ? insertVisitor(tx, visitor, { language }, ctx.clock.now()) : []),
      ...setVote(tx, {
        siteId: site.id,
        commentId: id,
        visitorId: visitor.id,
        origin,
        value,
        at: ctx.clock.now(),
      }),
      // Others see the number when they look; nothing of it is news.
      touchPage(tx, site.id, row.pageId, seq),
    ],
  });
  return assertPresent(await findComment(ctx, site.id, id), 'it was just written');
};
