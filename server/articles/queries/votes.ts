import { and, asc, eq, gt, or } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { articleVotes } from '../tables.ts';

/** Votes in the order of their keys, after one. */
export const listVotesAfter = (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  { textId, voter }: { textId: string; voter: string },
  limit: number,
) =>
  database.read
    .select({
      textId: articleVotes.textId,
      voter: articleVotes.voter,
      helped: articleVotes.helped,
      at: articleVotes.at,
    })
    .from(articleVotes)
    .where(
      and(
        eq(articleVotes.siteId, siteId),
        or(
          gt(articleVotes.textId, textId),
          and(eq(articleVotes.textId, textId), gt(articleVotes.voter, voter)),
        ),
      ),
    )
    .orderBy(asc(articleVotes.textId), asc(articleVotes.voter))
    .limit(limit);
