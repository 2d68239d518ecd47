import { DateTime } from 'luxon';
import type { Peers } from '../../../shared/ask/answerSchema.ts';
import type { Context } from '../../context.ts';
import { historyOf } from '../../core/moderation/contribution.ts';
import { isTrusted } from '../../core/moderation/rules.ts';
import { openState } from '../../core/people/sites/hours.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import type { Visitor } from '../../core/people/visitors/visitor.ts';
import { listOnline } from '../../core/people/staff/queries.ts';
import { listFirstPeerAnswers } from '../queries/peers.ts';

/* Whether others may answer sooner than the team, and how soon they did at this time of the day. */

const day = 24 * 3_600_000;
/** Questions looked at, milliseconds back: the newest ones may still be answered, and count once they could have been. */
const [measuredOver, settled] = [90 * day, day];
/** Hours before and after the present one that are the same time of the day. */
const around = 2;
/** Questions that a figure needs. */
const leastSamples = 8;

/**
 * The minutes within which half of all questions were answered by visitors: the unanswered ones count as never.
 * @returns null for too few questions, or where half of them had no answer
 */
export const medianMinutes = (waits: readonly (number | null)[]): number | null => {
  if (waits.length < leastSamples) return null;
  const sorted = waits.map((wait) => wait ?? Number.POSITIVE_INFINITY).sort((one, other) => one - other);
  const middle = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(middle) ? Math.max(1, Math.round(middle / 60_000)) : null;
};

/** The offer to ask in public that a question's form makes. */
export const peersNow = async (ctx: Context, site: Site, visitor: Visitor | null): Promise<Peers> => {
  const none = { offered: false, atOnce: false, minutes: null };
  if (site.settings.communityAnswers === 'off' || site.settings.paused) return none;
  const now = ctx.clock.now();
  if (openState(site.settings.hours, now).open || (await listOnline(ctx, site.id)).length > 0) return none;
  const { zone } = site.settings.hours;
  const hourOf = (at: number): number => DateTime.fromMillis(at, { zone }).hour;
  const present = hourOf(now);
  const isSameTime = (at: number): boolean => {
    const apart = Math.abs(hourOf(at) - present);
    return Math.min(apart, 24 - apart) <= around;
  };
  const rows = await listFirstPeerAnswers(ctx, site.id, now - measuredOver, now - settled);
  return {
    offered: true,
    atOnce:
      site.settings.communityQuestions === 'trusted' &&
      visitor !== null &&
      isTrusted(await historyOf(ctx, site, visitor), site.settings.moderation),
    minutes: medianMinutes(
      rows.flatMap(({ askedAt, answeredAt }) =>
        isSameTime(askedAt) ? [answeredAt === null ? null : answeredAt - askedAt] : [],
      ),
    ),
  };
};
