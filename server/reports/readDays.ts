import type { Context } from '../context.ts';
import { BoundedMap } from '../core/boundedMap.ts';
import type { DayFacts } from './dayFacts.ts';
import { findDays, listDayPlaces } from './queries.ts';

export interface CountedDay {
  day: string;
  opened: number;
  counted: DayFacts;
}

/** Days of all sites that are at hand, by how far they are counted: two busy months of one site are some megabytes. */
const maxDays = 800;

const caches = new WeakMap<Context['database'], BoundedMap<string, CountedDay>>();

/** The counted days of a period, in their order. Those that have not changed since they were read are not read again. */
export const readDays = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  from: string,
  until: string,
): Promise<CountedDay[]> => {
  const cache = caches.get(ctx.database) ?? new BoundedMap<string, CountedDay>(maxDays);
  caches.set(ctx.database, cache);
  const places = await listDayPlaces(ctx, siteId, from, until);
  const keyOf = (day: string, place: number, zone: string): string => `${siteId} ${zone} ${day} ${place}`;
  const missing = places.filter(({ day, place, zone }) => !cache.get(keyOf(day, place, zone)));
  const read = new Map(
    missing.length
      ? (
          await findDays(
            ctx,
            siteId,
            missing.map(({ day }) => day),
          )
        ).map((row) => [row.day, row] as const)
      : [],
  );
  return places.flatMap(({ day, place, zone }) => {
    const row = read.get(day);
    if (row) cache.set(keyOf(day, row.place, zone), row);
    return row ?? cache.get(keyOf(day, place, zone)) ?? [];
  });
};
