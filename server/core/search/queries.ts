import { events } from '../events/tables.ts';
import { searchVectors } from './tables.ts';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { fullTextTerms, sqliteMatch, postgresSearch, sqliteSearch, postgresQuery } from './fullText.ts';

/** Subjects of a site that hold any of a text's words, likeliest first. */
export const findByFullText = async (
  database: Database,
  siteId: string,
  text: string,
  limit: number,
): Promise<string[]> => {
  const terms = fullTextTerms(text);
  if (terms.length === 0) return [];
  const rows =
    database.dialect === 'sqlite'
      ? await database.raw<{ subject: string }>(sqliteSearch, [sqliteMatch(siteId, terms), limit])
      : await database.raw<{ subject: string }>(postgresSearch, [
          postgresQuery(siteId, terms),
          siteId,
          limit,
        ]);
  return rows.map(({ subject }) => subject);
};

/** The vectors of some documents, with what they were made from; without the vectors themselves. */
export const findVectorSources = (database: Database, siteId: string, model: string, ids: string[]) =>
  database.read
    .select({ id: searchVectors.id, source: searchVectors.source, groupId: searchVectors.groupId })
    .from(searchVectors)
    .where(
      and(eq(searchVectors.siteId, siteId), eq(searchVectors.model, model), inArray(searchVectors.id, ids)),
    );

export const findVectors = (database: Database, siteId: string, model: string, groups: string[]) =>
  database.read
    .select({ groupId: searchVectors.groupId, vector: searchVectors.vector })
    .from(searchVectors)
    .where(
      and(
        eq(searchVectors.siteId, siteId),
        eq(searchVectors.model, model),
        inArray(searchVectors.groupId, groups),
      ),
    );

/** Lists events after a place in a site's log, in its order: kinds and subjects. */
export const listEventsAfter = (database: Database, siteId: string, after: number, limit: number) =>
  database.read
    .select({ seq: events.seq, kind: events.kind, subject: events.subjectId })
    .from(events)
    .where(and(eq(events.siteId, siteId), gt(events.seq, after)))
    .orderBy(asc(events.seq))
    .limit(limit);

/** Finds the content of a site's log at a place, as one text; null where nothing is any more. */
export const findMark = async (database: Database, siteId: string, seq: number): Promise<string | null> => {
  const [event] = await database.read
    .select({ kind: events.kind, subject: events.subjectId, at: events.at })
    .from(events)
    .where(and(eq(events.siteId, siteId), eq(events.seq, seq)));
  return event ? `${event.kind} ${event.subject ?? ''} ${event.at}` : null;
};
