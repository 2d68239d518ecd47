import type { ModerationSubject } from '../../../../shared/core/moderation/schema.ts';
import type { Context } from '../../../context.ts';
import { notFound } from '../../http/failure.ts';
import type { Site } from '../../people/sites/sites.ts';
import type { Visitor } from '../../people/visitors/visitor.ts';
import { insertVisitor } from '../../people/visitors/writes.ts';
import type { Reportable } from '../kind.ts';
import { type Origin, originOf } from '../voice.ts';
import { listReportOrigins } from './queries.ts';
import { deleteReport, insertReport } from './writes.ts';

/** The weight of an anonymous report: two of them are one of somebody trusted. */
const strangersWeight = 0.5;

/** The weight of reports: each origin once, anonymous ones half. */
const weigh = (reports: readonly Origin[]): number => {
  const all = new Map(reports.map(({ origin, isTrusted }) => [origin, isTrusted]));
  return [...all.values()].reduce((sum, isTrusted) => sum + (isTrusted ? 1 : strangersWeight), 0);
};

/** A report can be taken back for so long, milliseconds; a minute more than readers are offered it. */
const withdrawFor = 11 * 60_000;

/** @throws Failure `not_found` for what nobody can read, and that doesn't wait because of reports */
export const requireReportable = async (
  ctx: Context,
  site: Site,
  { kind, id }: ModerationSubject,
): Promise<Reportable> => {
  const item = await ctx.moderated.find((known) => known.kind === kind)?.reportable(site, id);
  if (!item) throw notFound();
  return item;
};

/**
 * Tells staff of an item, once a visitor. Enough reports take it away until staff have looked; never what is the team's,
 * or what one of them approved as it is.
 * @throws Failure `not_found`
 */
export const reportItem = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  { kind, id }: ModerationSubject,
  { reason, language, address }: { reason: string; language: string; address: string },
): Promise<void> => {
  const item = await requireReportable(ctx, site, { kind, id });
  // It waits for staff already: they'll look at it anyway.
  if (item.state === 'held') return;
  const now = ctx.clock.now();
  const max = site.settings.moderation.holdAfterReports;
  const origin = await originOf(ctx, site, visitor, id, address);
  const isHeld =
    max > 0 && item.mayBeHeld && weigh([...(await listReportOrigins(ctx, site.id, id)), origin]) >= max;
  await ctx.database.commit({
    site: site.id,
    events: item.events(isHeld ? 'held' : 'reported'),
    write: (tx, seq) => [
      insertReport(tx, {
        ...{ siteId: site.id, kind, subjectId: id, visitorId: visitor.id },
        ...origin,
        ...{ reason: reason.trim(), at: now },
      }),
      ...(item.count?.(tx, 1) ?? []),
      ...(visitor.isNew ? insertVisitor(tx, visitor, { language }, now) : []),
      ...(isHeld ? item.change(tx, 'held', seq) : []),
    ],
  });
};

/**
 * Takes one's own report back while it is fresh. What waits for staff because of it is there again, unless enough others
 * reported it. What is no more to be taken back changes nothing.
 * @throws Failure `not_found`
 */
export const withdrawReport = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  { kind, id }: ModerationSubject,
): Promise<void> => {
  const item = await requireReportable(ctx, site, { kind, id });
  const all = await listReportOrigins(ctx, site.id, id);
  const others = all.filter(({ visitorId }) => visitorId !== visitor.id);
  const isBack = item.state === 'held' && weigh(others) < site.settings.moderation.holdAfterReports;
  await ctx.database.commit({
    site: site.id,
    events: item.events(isBack ? 'shown' : 'reported'),
    write: (tx, seq) => [
      deleteReport(
        tx,
        { siteId: site.id, subjectId: id, visitorId: visitor.id },
        ctx.clock.now() - withdrawFor,
      ),
      ...(item.count?.(tx, -1) ?? []),
      ...(isBack ? item.change(tx, 'shown', seq) : []),
    ],
  });
};
