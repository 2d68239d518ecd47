import { and, asc, count, countDistinct, desc, eq, inArray } from 'drizzle-orm';
import { conversations } from '../../core/conversations/tables.ts';
import { staff } from '../../core/people/staff/tables.ts';
import { visitors } from '../../core/people/visitors/tables.ts';
import { ideaRequests, ideas, ideaSteps, ideaVersions, ideaVotes } from '../tables.ts';
import type { IdeaRow, Reads } from './ideas.ts';

export type StepRow = typeof ideaSteps.$inferSelect;
export type VersionRow = typeof ideaVersions.$inferSelect;

/** Changes of an idea's status, the newest first. */
export const listSteps = (ctx: Reads, siteId: string, ideaId: string): Promise<StepRow[]> =>
  ctx.database.read
    .select()
    .from(ideaSteps)
    .where(and(eq(ideaSteps.siteId, siteId), eq(ideaSteps.ideaId, ideaId)))
    .orderBy(desc(ideaSteps.at), desc(ideaSteps.id))
    .limit(100);

export const findSteps = async (ctx: Reads, siteId: string, ids: readonly string[]): Promise<StepRow[]> =>
  ids.length === 0
    ? []
    : ctx.database.read
        .select()
        .from(ideaSteps)
        .where(and(eq(ideaSteps.siteId, siteId), inArray(ideaSteps.id, [...ids])));

/** Earlier words of an idea, the newest first. */
export const listVersions = (ctx: Reads, siteId: string, ideaId: string): Promise<VersionRow[]> =>
  ctx.database.read
    .select()
    .from(ideaVersions)
    .where(and(eq(ideaVersions.siteId, siteId), eq(ideaVersions.ideaId, ideaId)))
    .orderBy(desc(ideaVersions.at), desc(ideaVersions.id))
    .limit(100);

/** A visitor's votes for some ideas, and who of the team gave each for them. */
export const listVotesOf = (
  ctx: Reads,
  siteId: string,
  ideaIds: readonly string[],
  visitorId: string,
): Promise<{ ideaId: string; staffId: string | null }[]> =>
  ctx.database.read
    .select({ ideaId: ideaVotes.ideaId, staffId: ideaVotes.staffId })
    .from(ideaVotes)
    .where(
      and(
        eq(ideaVotes.siteId, siteId),
        eq(ideaVotes.visitorId, visitorId),
        inArray(ideaVotes.ideaId, [...ideaIds]),
      ),
    );

/** Ideas of a visitor's votes. */
export const listVotedIds = async (ctx: Reads, siteId: string, visitorId: string): Promise<Set<string>> => {
  const rows = await ctx.database.read
    .select({ id: ideaVotes.ideaId })
    .from(ideaVotes)
    .where(and(eq(ideaVotes.siteId, siteId), eq(ideaVotes.visitorId, visitorId)))
    .limit(1_000);
  return new Set(rows.map(({ id }) => id));
};

/** Counts the conversations in which each of some ideas was asked for, those of merged ones at the one they are in. */
export const countRequests = async (
  ctx: Reads,
  siteId: string,
  rows: readonly IdeaRow[],
): Promise<Map<string, number>> => {
  if (rows.length === 0) return new Map();
  const merged = await ctx.database.read
    .select({ id: ideas.id, into: ideas.mergedInto })
    .from(ideas)
    .where(
      and(
        eq(ideas.siteId, siteId),
        inArray(
          ideas.mergedInto,
          rows.map(({ id }) => id),
        ),
      ),
    );
  const members = new Map(rows.map(({ id }) => [id, [id]]));
  for (const { id, into } of merged) if (into !== null) members.get(into)?.push(id);
  const isAlone = merged.length === 0;
  if (isAlone) {
    const found = await ctx.database.read
      .select({ id: ideaRequests.ideaId, total: count().mapWith(Number) })
      .from(ideaRequests)
      .where(and(eq(ideaRequests.siteId, siteId), inArray(ideaRequests.ideaId, [...members.keys()])))
      .groupBy(ideaRequests.ideaId);
    return new Map(found.map(({ id, total }) => [id, total]));
  }
  // One that asked for both of a group is one conversation.
  return new Map(
    await Promise.all(
      [...members].map(async ([root, ids]): Promise<[string, number]> => {
        const [row] = await ctx.database.read
          .select({
            known: countDistinct(ideaRequests.conversationId).mapWith(Number),
            all: count().mapWith(Number),
            withId: count(ideaRequests.conversationId).mapWith(Number),
          })
          .from(ideaRequests)
          .where(and(eq(ideaRequests.siteId, siteId), inArray(ideaRequests.ideaId, ids)));
        return [root, row ? row.known + row.all - row.withId : 0];
      }),
    ),
  );
};

/** Conversations in which some ideas were asked for, the newest first, with whose they are. */
export const listRequests = (ctx: Reads, siteId: string, ideaIds: readonly string[], limit: number) =>
  ctx.database.read
    .select({
      conversation: ideaRequests.conversationId,
      subject: conversations.subject,
      visitor: visitors.name,
      email: visitors.email,
      by: staff.name,
      at: ideaRequests.at,
    })
    .from(ideaRequests)
    .leftJoin(
      conversations,
      and(eq(conversations.siteId, ideaRequests.siteId), eq(conversations.id, ideaRequests.conversationId)),
    )
    .leftJoin(
      visitors,
      and(eq(visitors.siteId, ideaRequests.siteId), eq(visitors.id, ideaRequests.visitorId)),
    )
    .leftJoin(staff, eq(staff.id, ideaRequests.staffId))
    .where(and(eq(ideaRequests.siteId, siteId), inArray(ideaRequests.ideaId, [...ideaIds])))
    .orderBy(desc(ideaRequests.at), desc(ideaRequests.id))
    .limit(limit);

/** Conversations in which visitors asked for some ideas, the newest first. */
export const listAskedIn = async (
  ctx: Reads,
  siteId: string,
  ideaIds: readonly string[],
  limit: number,
): Promise<{ conversationId: string; visitorId: string }[]> => {
  const rows = await ctx.database.read
    .select({ conversationId: ideaRequests.conversationId, visitorId: ideaRequests.visitorId })
    .from(ideaRequests)
    .where(and(eq(ideaRequests.siteId, siteId), inArray(ideaRequests.ideaId, [...ideaIds])))
    .orderBy(desc(ideaRequests.at), desc(ideaRequests.id))
    .limit(limit);
  return rows.flatMap(({ conversationId, visitorId }) =>
    conversationId !== null && visitorId !== null ? [{ conversationId, visitorId }] : [],
  );
};

/** Ideas that were asked for in a conversation, in the order in which that was noted. */
export const listOfConversation = async (
  ctx: Reads,
  siteId: string,
  conversationId: string,
): Promise<string[]> => {
  const rows = await ctx.database.read
    .select({ id: ideaRequests.ideaId })
    .from(ideaRequests)
    .where(and(eq(ideaRequests.siteId, siteId), eq(ideaRequests.conversationId, conversationId)))
    .orderBy(asc(ideaRequests.at), asc(ideaRequests.id))
    .limit(50);
  return rows.map(({ id }) => id);
};

/** Names of members of staff by id, of whoever is still known. */
export const staffNames = async (ctx: Reads, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await ctx.database.read
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
};
