import { and, desc, eq, gte, isNotNull } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { addOpenMinutes, openMinutesBetween } from '../people/sites/hours.ts';
import type { Site } from '../people/sites/sites.ts';
import { conversations } from './tables.ts';

/** First replies looked at, milliseconds back. */
const measuredOver = 14 * 24 * 3_600_000;
const mostSamples = 500;

/** The nearest-rank percentile of sorted numbers. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;

/** Measured replies are looked at anew this often a site, milliseconds: hundreds of calendars are not for every ask. */
const measureEvery = 60_000;

interface Measured {
  replies: number[];
  until: number;
}

const kept = new WeakMap<Context['database'], Map<string, Measured>>();

/** Minutes of opening hours that first replies took over the last 14 days, sorted. */
const measuredReplies = async (ctx: Context, site: Site): Promise<number[]> => {
  const sites = kept.get(ctx.database) ?? new Map<string, Measured>();
  kept.set(ctx.database, sites);
  const known = sites.get(site.id);
  if (known && known.until > ctx.clock.monotonic()) return known.replies;
  const rows = await ctx.database.read
    .select({ createdAt: conversations.createdAt, firstReplyAt: conversations.firstReplyAt })
    .from(conversations)
    .where(
      and(
        eq(conversations.siteId, site.id),
        isNotNull(conversations.firstReplyAt),
        gte(conversations.firstReplyAt, ctx.clock.now() - measuredOver),
      ),
    )
    .orderBy(desc(conversations.firstReplyAt))
    .limit(mostSamples);
  const replies = rows
    .map((row) => openMinutesBetween(site.settings.hours, row.createdAt, row.firstReplyAt!))
    .sort((one, other) => one - other);
  sites.set(site.id, { replies, until: ctx.clock.monotonic() + measureEvery });
  return replies;
};

/** The median first reply in minutes of opening hours, or null while too few were measured. */
export const usualReplyMinutes = async (ctx: Context, site: Site): Promise<number | null> => {
  const replies = await measuredReplies(ctx, site);
  return replies.length < site.settings.promise.leastSamples
    ? null
    : Math.max(1, Math.round(percentile(replies, 0.5)));
};

/**
 * The time by which a visitor who writes now is told that they will hear from us: what the site's share of real
 * first replies kept, in opening hours; the site's stated target while too few were measured. Rounded up to five minutes,
 * because a promise to the second is not meant.
 * @returns null when the site is never open: nothing can be promised
 */
export const promiseFrom = async (ctx: Context, site: Site, now: number): Promise<number | null> => {
  const replies = await measuredReplies(ctx, site);
  const { percentile: share, leastSamples } = site.settings.promise;
  const minutes =
    replies.length < leastSamples ? site.settings.targetMinutes : Math.max(5, percentile(replies, share));
  const due = addOpenMinutes(site.settings.hours, now, minutes);
  return due === null ? null : Math.ceil(due / 300_000) * 300_000;
};
