import { and, asc, eq } from 'drizzle-orm';
import { groupOf } from '../../../shared/nps/groups.ts';
import type { Context } from '../../context.ts';
import { isOneOf } from '../../core/people/privacy/queries/rows.ts';
import type { VisitorTrait } from '../../core/people/traits.ts';
import { npsResponses } from '../tables.ts';

/** The newest score of each of some visitors. */
export const scoreTraits = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  visitors: readonly string[],
): Promise<VisitorTrait[]> => {
  const rows = await ctx.database.read
    .select({ visitorId: npsResponses.visitorId, score: npsResponses.score, at: npsResponses.at })
    .from(npsResponses)
    .where(and(eq(npsResponses.siteId, siteId), isOneOf(npsResponses.visitorId, visitors)))
    .orderBy(asc(npsResponses.at), asc(npsResponses.id));
  const newest = new Map<string, VisitorTrait>();
  for (const { visitorId, score, at } of rows)
    if (visitorId !== null) newest.set(visitorId, { visitorId, nps: groupOf(score), at });
  return [...newest.values()];
};
