import { assertPresent } from '../../core/assertPresent.ts';
import { setVote } from '../writes/votes.ts';
import { deleteReport, insertReport } from '../writes/reports.ts';
import { type CommentRow, findComment } from '../queries/comments.ts';
import { insertVisitor } from '../../core/people/visitors/writes.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../core/http/failure.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import type { Visitor } from '../../core/people/visitors/visitor.ts';
import { changeComment, recount, touchPage } from '../writes/comments.ts';
import { commentEvent, refuse } from './checks.ts';
import { type Origin, originOf } from '../../core/moderation/voice.ts';
import { listReportOrigins } from '../queries/votes.ts';

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

/** The weight of an anonymous report: two of them are one of somebody trusted. */
const strangersWeight = 0.5;

/** The weight of reports: each origin once, anonymous ones half. */
const weigh = (reports: readonly Origin[]): number => {
  const all = new Map(reports.map(({ origin, isTrusted }) => [origin, isTrusted]));
  return [...all.values()].reduce((sum, isTrusted) => sum + (isTrusted ? 1 : strangersWeight), 0);
};

/**
 * Tells staff of a comment, once a visitor. Enough of them take it away until staff have looked; never what is the
 * team's, or what one of them approved as it is.
 */
export const report = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  reason: string,
  language: string,
  address: string,
): Promise<void> => {
  const row = await seenComment(ctx, site, id);
  const now = ctx.clock.now();
  const max = site.settings.moderation.holdAfterReports;
  const origin = await originOf(ctx, site, visitor, id, address);
  const mayBeHeld = max > 0 && row.authorKind !== 'staff' && !row.vetted;
  const isHeld = mayBeHeld && weigh([...(await listReportOrigins(ctx, site.id, id)), origin]) >= max;
  await ctx.database.commit({
    site: site.id,
    events: [commentEvent(isHeld ? 'held' : 'changed', id)],
    write: (tx, seq) => [
      ...insertReport(tx, {
        siteId: site.id,
        commentId: id,
        visitorId: visitor.id,
        ...origin,
        reason,
        at: now,
      }),
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

/** A report can be taken back for so long, milliseconds; a minute more than readers are offered it. */
const withdrawFor = 11 * 60_000;

/**
 * Takes one's own report back while it is fresh. A comment that waits for staff because of it is there again, unless
 * enough others reported it. What is no more to be taken back changes nothing.
 */
export const withdrawReport = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
): Promise<void> => {
  if (!site.settings.features.comments) throw notFound();
  const row = await findComment(ctx, site.id, id);
  if (!row) throw notFound();
  const others = (await listReportOrigins(ctx, site.id, id)).filter(
    ({ visitorId }) => visitorId !== visitor.id,
  );
  const isBack =
    row.state === 'pending' &&
    row.reason === 'reported' &&
    weigh(others) < site.settings.moderation.holdAfterReports;
  await ctx.database.commit({
    site: site.id,
    events: [commentEvent(isBack ? 'approved' : 'changed', id)],
    write: (tx, seq) => [
      ...deleteReport(
        tx,
        { siteId: site.id, commentId: id, visitorId: visitor.id },
        ctx.clock.now() - withdrawFor,
      ),
      ...(isBack
        ? [
            changeComment(tx, site.id, id, { state: 'approved', reason: null, seq }),
            ...recount(tx, site.id, row.pageId, [row.rootId], seq),
          ]
        : []),
    ],
  });
};
