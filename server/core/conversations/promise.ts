import type { Context } from '../../context.ts';
import { addOpenMinutes } from '../people/sites/hours.ts';
import type { Site } from '../people/sites/sites.ts';
import { measuredReplies } from './queries/promise.ts';

/** The nearest-rank percentile of sorted numbers. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;

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
