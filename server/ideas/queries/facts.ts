import { and, asc, eq, gt, inArray, or } from 'drizzle-orm';
import { ideas, ideaSteps, ideaVotes } from '../tables.ts';
import type { Reads } from './ideas.ts';

const told = { id: ideas.id, language: ideas.language, at: ideas.createdAt };

/** Languages of ideas by their ids. */
export const listTold = (ctx: Reads, siteId: string, ids: string[]) =>
  ctx.database.read
    .select(told)
    .from(ideas)
    .where(and(eq(ideas.siteId, siteId), inArray(ideas.id, ids)));

/** Public ideas after an id, in order. */
export const listIdeasAfter = (ctx: Reads, siteId: string, after: string, limit: number) =>
  ctx.database.read
    .select(told)
    .from(ideas)
    .where(and(eq(ideas.siteId, siteId), eq(ideas.state, 'public'), gt(ideas.id, after)))
    .orderBy(asc(ideas.id))
    .limit(limit);

/** Changes of status after an id, in order. */
export const listStepsAfter = (ctx: Reads, siteId: string, after: string, limit: number) =>
  ctx.database.read
    .select({
      id: ideaSteps.id,
      ideaId: ideaSteps.ideaId,
      status: ideaSteps.status,
      staffId: ideaSteps.staffId,
      at: ideaSteps.at,
    })
    .from(ideaSteps)
    .where(and(eq(ideaSteps.siteId, siteId), gt(ideaSteps.id, after)))
    .orderBy(asc(ideaSteps.id))
    .limit(limit);

/** Votes behind one, by idea and visitor. */
export const listVotesAfter = (
  ctx: Reads,
  siteId: string,
  after: { ideaId: string; visitorId: string },
  limit: number,
) =>
  ctx.database.read
    .select({
      ideaId: ideaVotes.ideaId,
      visitorId: ideaVotes.visitorId,
      language: ideas.language,
      at: ideaVotes.at,
    })
    .from(ideaVotes)
    .innerJoin(ideas, and(eq(ideas.siteId, ideaVotes.siteId), eq(ideas.id, ideaVotes.ideaId)))
    .where(
      and(
        eq(ideaVotes.siteId, siteId),
        or(
          gt(ideaVotes.ideaId, after.ideaId),
          and(eq(ideaVotes.ideaId, after.ideaId), gt(ideaVotes.visitorId, after.visitorId)),
        ),
      ),
    )
    .orderBy(asc(ideaVotes.ideaId), asc(ideaVotes.visitorId))
    .limit(limit);
