import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { preparedQuery } from '../../db/prepared.ts';
import { cachedEvents } from '../eventCache.ts';
import type { Reader } from '../liveTypes.ts';
import { events, type LogEvent } from '../tables.ts';

/** Events that are read, projected and sent together. */
export const batchSize = 200;

const eventsAfter = preparedQuery('events_after', (queries) =>
  queries
    .select()
    .from(events)
    .where(and(eq(events.siteId, sql.placeholder('site')), gt(events.seq, sql.placeholder('after'))))
    .orderBy(asc(events.seq))
    .limit(batchSize),
);

/** A site's next events after a place, for all its readers: from memory where this process just wrote them. */
export const readNewest = async (database: Database, siteId: string, after: number): Promise<LogEvent[]> => {
  const recent = cachedEvents(database, siteId, after, batchSize);
  return recent.length ? recent : eventsAfter(database, { site: siteId, after });
};

/** A site's next events between two places, of those that can concern one reader. */
export const readMissed = (
  database: Database,
  siteId: string,
  reader: Reader,
  { after, to }: { after: number; to: number },
): Promise<LogEvent[]> =>
  database.read
    .select()
    .from(events)
    .where(
      and(
        eq(events.siteId, siteId),
        reader.kind === 'visitor' ? eq(events.visitorId, reader.visitorId) : undefined,
        reader.kind === 'visitor' ? eq(events.audience, 'visitor') : undefined,
        reader.kind === 'topic' ? inArray(events.kind, [...reader.kinds]) : undefined,
        gt(events.seq, after),
        lte(events.seq, to),
      ),
    )
    .orderBy(asc(events.seq))
    .limit(batchSize);
