import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { npsResponses } from '../tables.ts';

/** In which languages answers were given, by their ids. */
export const findLanguagesOf = async (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  ids: string[],
): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await database.read
    .select({ id: npsResponses.id, language: npsResponses.language })
    .from(npsResponses)
    .where(and(eq(npsResponses.siteId, siteId), inArray(npsResponses.id, ids)));
  return new Map(rows.map(({ id, language }) => [id, language]));
};

/** Answers in the order of their ids, after one. */
export const listResponsesAfter = (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  after: string,
  limit: number,
) =>
  database.read
    .select({
      id: npsResponses.id,
      at: npsResponses.at,
      score: npsResponses.score,
      language: npsResponses.language,
    })
    .from(npsResponses)
    .where(and(eq(npsResponses.siteId, siteId), gt(npsResponses.id, after)))
    .orderBy(asc(npsResponses.id))
    .limit(limit);
