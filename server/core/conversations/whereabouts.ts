import type { WhereaboutsSignal } from '../../../shared/core/conversations/events.ts';
import type { Whereabouts } from '../../../shared/core/conversations/hostPage.ts';
import { whereaboutsHold } from '../../../shared/core/conversations/whereaboutsRoutes.ts';
import type { Clock } from '../clock.ts';
import type { Bus } from '../events/bus.ts';

/** The page that somebody looks at, and when they said so last, milliseconds since the epoch. */
export interface Seen {
  page: Whereabouts['page'];
  at: number;
}

/** Which pages visitors look at now: in memory, for a minute and a half, on every machine. */
export interface WhereaboutsBook {
  announce(siteId: string, visitorId: string, page: Whereabouts['page']): void;
  /** Null for who has not said so lately. */
  of(siteId: string, visitorId: string): Seen | null;
}

/** Visitors who are remembered, over all sites: some 5 kB each. */
const maxSeen = 10_000;

export const createWhereabouts = (bus: Bus, clock: Clock): WhereaboutsBook => {
  /** The one that was told longest ago first. */
  const book = new Map<string, Seen>();
  const isOver = ({ at }: Seen): boolean => clock.now() - at > whereaboutsHold;
  bus.onSignal(({ site, kind, data }) => {
    if (kind !== 'whereabouts') return;
    const { visitor, page, at } = data as WhereaboutsSignal['data'];
    const key = `${site} ${visitor}`;
    book.delete(key);
    book.set(key, { page, at });
    for (const [other, seen] of book) {
      if (!isOver(seen) && book.size <= maxSeen) break;
      book.delete(other);
    }
  });
  return {
    announce: (site, visitor, page) =>
      bus.signal({
        site,
        to: { staff: true },
        kind: 'whereabouts',
        data: { visitor, page, at: clock.now() } satisfies WhereaboutsSignal['data'],
      }),
    of(site, visitor) {
      const seen = book.get(`${site} ${visitor}`);
      return seen && !isOver(seen) ? seen : null;
    },
  };
};
