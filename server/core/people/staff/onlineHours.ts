import { DateTime } from 'luxon';
import { presenceHolds } from '../../../../shared/core/people/presence.ts';
import type { Context } from '../../../context.ts';
import { decisive } from '../../db/database.ts';
import type { NewFact } from '../../facts/types.ts';
import { insertFacts } from '../../facts/writes.ts';
import type { Site } from '../sites/sites.ts';
import { listLeftPresences } from './queries.ts';
import type { presences } from './tables.ts';
import { updatePresence } from './writes.ts';

export type PresenceRow = typeof presences.$inferSelect;
/** The hour that somebody is in, and how long of it they were online. */
export type OnlineHour = Pick<PresenceRow, 'hourAt' | 'onlineFor'>;

/** When the hour of a zone's clock began that an instant is in. */
export const hourOf = (at: number, zone: string): number =>
  DateTime.fromMillis(at, { zone }).startOf('hour').toMillis();

/**
 * Passes time in which somebody was online or not. It must be shorter than an hour: what is online is heard of every minute.
 * @returns the hours that are over, those without a moment left out, and the one that has begun
 */
export const passOnline = (
  { hourAt, onlineFor }: OnlineHour,
  online: { from: number; until: number } | null,
  now: number,
  zone: string,
): { over: OnlineHour[]; open: OnlineHour } => {
  const hours: OnlineHour[] = [{ hourAt, onlineFor }];
  const add = (at: number, time: number): void => {
    const last = hours.at(-1);
    if (last?.hourAt === at) last.onlineFor += time;
    else hours.push({ hourAt: at, onlineFor: time });
  };
  if (online && online.until > online.from) {
    const turn = hourOf(online.until - 1, zone);
    if (online.from < turn) add(hourOf(online.from, zone), turn - online.from);
    add(turn, online.until - Math.max(turn, online.from));
  }
  add(hourOf(now, zone), 0);
  const open = hours.pop() ?? { hourAt, onlineFor };
  return { over: hours.filter((hour) => hour.onlineFor > 0), open };
};

/** The time that a presence stands for after it was last heard of. */
export const heldTime = (
  { state, seenAt }: Pick<PresenceRow, 'state' | 'seenAt'>,
  now: number,
): { from: number; until: number } | null =>
  state === 'online' ? { from: seenAt, until: Math.min(now, seenAt + presenceHolds) } : null;

/** One fact for each hour in which somebody was online. */
export const onlineFacts = (staffId: string, hours: readonly OnlineHour[]): NewFact[] =>
  hours.map(({ hourAt, onlineFor }) => ({ kind: 'staff.online', at: hourAt, staffId, value: onlineFor }));

/** Keeps the hours of those who left without a word: nobody comes to say that these are over. */
export const settleOnline = async (
  ctx: Pick<Context, 'database' | 'clock'>,
  { id: siteId, settings }: Pick<Site, 'id' | 'settings'>,
): Promise<void> => {
  const { zone } = settings.hours;
  const now = ctx.clock.now();
  for (const row of await listLeftPresences(ctx, siteId, now - presenceHolds, hourOf(now, zone))) {
    const { over, open } = passOnline(row, heldTime(row, now), now, zone);
    await ctx.database.write((tx) => [
      decisive(updatePresence(tx, row, { state: 'away', ...open })),
      ...insertFacts(tx, siteId, onlineFacts(row.staffId, over)),
    ]);
  }
};
