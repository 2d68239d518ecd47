import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { DayCount, openedByFact } from './dayFacts.ts';
import { createCalendar, weekHourOf } from './days.ts';
import { findDays, findReportCursor, listFactsAfter, listStates } from './queries.ts';
import { spansOf } from './spans.ts';
import { moveReportCursor, saveDay, saveSpans, startOver } from './writes.ts';

/** Facts that are counted at a time: bounds what one turn holds the event loop for. */
const batchSize = 2_000;

/** Forgets what is counted, so that it's counted anew. */
export const countAnew = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  zone: string,
): Promise<void> => {
  await ctx.database.write((tx) => startOver(tx, siteId, zone));
};

/**
 * Counts the facts that came since into their days, in the commit that moves how far it has come: each once, however
 * many machines do it. Days are those of the site's zone; after that has changed, everything is counted anew.
 */
export const rollUp = async (
  ctx: Pick<Context, 'database'>,
  { id: siteId, settings }: Pick<Site, 'id' | 'settings'>,
): Promise<void> => {
  const { zone } = settings.hours;
  const calendar = createCalendar(zone);
  for (;;) {
    const cursor = await findReportCursor(ctx, siteId);
    if (cursor?.zone !== zone) {
      await countAnew(ctx, siteId, zone);
      continue;
    }
    const rows = await listFactsAfter(ctx, siteId, cursor.place, batchSize);
    const last = rows.at(-1);
    if (!last) return;
    const placed = rows.map((fact) => ({
      fact,
      ...calendar(fact.at),
      began: weekHourOf(calendar(fact.at - Math.max(0, fact.clock ?? 0))),
    }));
    const turned = [...new Set(rows.flatMap((row) => (row.state && row.subjectId ? row.subjectId : [])))];
    const spans = spansOf(await listStates(ctx, siteId, turned));
    const known = await findDays(ctx, siteId, [...new Set(placed.map(({ day }) => day))]);
    const days = new Map(
      known.map(({ day, opened, counted }) => [day, { opened, count: new DayCount(counted) }]),
    );
    for (const { fact, day, hour, began } of placed) {
      const into = days.get(day) ?? { opened: 0, count: new DayCount() };
      days.set(day, into);
      into.count.add(fact, hour, began);
      into.opened += openedByFact(fact);
    }
    await ctx.database.write((tx) => [
      moveReportCursor(tx, cursor, last.place),
      ...[...days].map(([day, { opened, count }]) =>
        saveDay(tx, { siteId, day, opened, place: last.place, counted: count.stored() }),
      ),
      // A conversation's times are made anew: facts of before may be filled in later.
      ...saveSpans(tx, siteId, turned, spans),
    ]);
    if (rows.length < batchSize) return;
    await nextTurn();
  }
};
