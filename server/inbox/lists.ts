import type { Sort, View } from '../../shared/inbox/schema.ts';
import type { Context } from '../context.ts';
import type { ConversationRow } from '../core/conversations/queries/conversations.ts';
import { countQuery, pageQuery } from './queries/lists.ts';

/*
 * What stands in a view of the inbox. Every view in every order is a range of one index: a page costs the same
 * among a hundred conversations and among a hundred thousand.
 */

/** Views whose count is each person's own. */
const isPersonal = (view: View): boolean => view === 'mine' || view === 'mentions';

/** Counts of a site's views as they were at a version of its log. */
const caches = new WeakMap<
  Context['database'],
  Map<string, { version: number; until: number; counts: Map<string, number> }>
>();

/** Maximum age of a cached count, milliseconds: another machine's changes show by then. */
const maxAge = 5_000;

/** Counts the conversations of some views, each up to one above `maxCounted`. */
export const countViews = async (
  ctx: Context,
  siteId: string,
  staffId: string,
  views: readonly View[],
): Promise<Record<string, number>> => {
  const sites = caches.get(ctx.database) ?? new Map();
  caches.set(ctx.database, sites);
  const version = ctx.bus.version(siteId);
  const now = ctx.clock.monotonic();
  const known = sites.get(siteId);
  const cached =
    known && known.version === version && known.until > now
      ? known
      : { version, until: now + maxAge, counts: new Map<string, number>() };
  sites.set(siteId, cached);
  const counts: Record<string, number> = {};
  for (const view of views) {
    const own = isPersonal(view);
    const before = own ? undefined : cached.counts.get(view);
    const found = before ?? (await countQuery(ctx.database, siteId, view, staffId))[0]?.count ?? 0;
    // Labels and teams are of the site, or they count nothing: those are not worth keeping.
    if (!own && found > 0) cached.counts.set(view, found);
    counts[view] = found;
  }
  return counts;
};

/** The order that a view is shown in unless another is asked for. */
export const usualSort = (view: View): Sort =>
  view === 'closed' || view === 'snoozed' || view === 'held' || view === 'mentions' || view === 'all'
    ? 'newest'
    : 'promise';

export const listPage = (
  ctx: Context,
  siteId: string,
  asked: Parameters<typeof pageQuery>[2],
): Promise<{ row: ConversationRow; key: number }[]> => pageQuery(ctx.database, siteId, asked);
