import { and, eq, sql } from 'drizzle-orm';
import { decisive, type Decisive, type Queries, type Statement } from '../../core/db/database.ts';
import { ofIdea } from '../queries/ideas.ts';
import { ideaRequests, ideas, ideaVotes } from '../tables.ts';

/** Votes for one idea alone, one an origin. */
export const countedVotes = (siteId: string, idea: string | typeof ideas.id) =>
  sql<number>`(select count(distinct vote.origin) from idea_votes vote where vote.site_id = ${siteId} and vote.idea_id = ${idea})`;

/** Counts the votes of an idea anew, with those of what was merged into it: who voted for several counts once. */
export const recount = (tx: Queries, siteId: string, root: string): Statement => {
  const group = sql`(select part.id from ideas part where part.site_id = ${siteId} and (part.id = ${root} or part.merged_into = ${root}))`;
  const base = sql`(select coalesce(sum(part.base_votes), 0) from ideas part where part.site_id = ${siteId} and (part.id = ${root} or part.merged_into = ${root}))`;
  const counted = sql`(select count(distinct vote.origin) from idea_votes vote where vote.site_id = ${siteId} and vote.idea_id in ${group} and not exists (select 1 from idea_votes other where other.site_id = vote.site_id and other.visitor_id = vote.visitor_id and other.idea_id < vote.idea_id and other.idea_id in ${group}))`;
  return tx
    .update(ideas)
    .set({ votes: sql`${base} + ${counted}` })
    .where(ofIdea(siteId, root));
};

type Vote = typeof ideaVotes.$inferInsert;

const ofVote = ({ siteId, ideaId, visitorId }: Pick<Vote, 'siteId' | 'ideaId' | 'visitorId'>) =>
  and(eq(ideaVotes.siteId, siteId), eq(ideaVotes.ideaId, ideaId), eq(ideaVotes.visitorId, visitorId));

/** Notes a visitor's own vote. One that staff gave for them is theirs from then on. */
export const insertOwnVote = (tx: Queries, vote: Vote): Statement =>
  tx
    .insert(ideaVotes)
    .values({ ...vote, staffId: null })
    .onConflictDoUpdate({
      target: [ideaVotes.siteId, ideaVotes.ideaId, ideaVotes.visitorId],
      set: { staffId: null },
    });

/** Notes a vote that staff give on a visitor's behalf; one that is there stays as it is. */
export const insertVoteFor = (tx: Queries, vote: Vote & { staffId: string }): Statement =>
  tx.insert(ideaVotes).values(vote).onConflictDoNothing();

export const deleteVote = (tx: Queries, vote: Pick<Vote, 'siteId' | 'ideaId' | 'visitorId'>): Statement =>
  tx.delete(ideaVotes).where(ofVote(vote));

/** Takes away a vote that staff gave for a visitor, unless another of their conversations asked for it, too. */
export const deleteVoteFor = (tx: Queries, vote: Pick<Vote, 'siteId' | 'ideaId' | 'visitorId'>): Statement =>
  tx
    .delete(ideaVotes)
    .where(
      and(
        ofVote(vote),
        sql`${ideaVotes.staffId} is not null`,
        sql`not exists (select 1 from idea_requests request where request.site_id = ${vote.siteId} and request.idea_id = ${vote.ideaId} and request.visitor_id = ${vote.visitorId})`,
      ),
    );

/** Notes that an idea was asked for in a conversation; decisive: whether that is new. */
export const insertRequest = (tx: Queries, values: typeof ideaRequests.$inferInsert): Decisive =>
  decisive(tx.insert(ideaRequests).values(values).onConflictDoNothing());

export const deleteRequest = (
  tx: Queries,
  siteId: string,
  ideaId: string,
  conversationId: string,
): Statement =>
  tx
    .delete(ideaRequests)
    .where(
      and(
        eq(ideaRequests.siteId, siteId),
        eq(ideaRequests.ideaId, ideaId),
        eq(ideaRequests.conversationId, conversationId),
      ),
    );
