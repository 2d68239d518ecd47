import { and, asc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type * as schema from '../../shared/inbox/schema.ts';
import type { Context } from '../context.ts';
import { conversationLabels, conversations, labels, mentions } from '../core/conversations/tables.ts';
import type { Queries, Statement } from '../core/db/database.ts';
import { memberships, teamMembers, teams } from '../core/people/staff/tables.ts';
import { cannedReplies, drafts, savedSearches } from './tables.ts';

export const listLabels = (ctx: Context, siteId: string): Promise<schema.Label[]> =>
  ctx.database.read
    .select({ id: labels.id, name: labels.name, colour: labels.colour })
    .from(labels)
    .where(eq(labels.siteId, siteId))
    .orderBy(asc(labels.name));

export const saveLabel = (
  tx: Queries,
  siteId: string,
  id: string,
  given: z.infer<typeof schema.saveLabel>,
  now: number,
): Statement =>
  tx
    .insert(labels)
    .values({ siteId, id, ...given, createdAt: now })
    .onConflictDoUpdate({ target: [labels.siteId, labels.id], set: given });

export const deleteLabel = (tx: Queries, siteId: string, id: string): Statement[] => [
  tx
    .delete(conversationLabels)
    .where(and(eq(conversationLabels.siteId, siteId), eq(conversationLabels.labelId, id))),
  tx.delete(labels).where(and(eq(labels.siteId, siteId), eq(labels.id, id))),
];

export const listTeams = async (ctx: Context, siteId: string): Promise<schema.Team[]> => {
  const found = await ctx.database.read
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(eq(teams.siteId, siteId))
    .orderBy(asc(teams.name));
  if (!found.length) return [];
  const members = await ctx.database.read
    .select({ team: teamMembers.teamId, staff: teamMembers.staffId })
    .from(teamMembers)
    // Who has left the site answers in none of its teams.
    .innerJoin(
      memberships,
      and(eq(memberships.siteId, teamMembers.siteId), eq(memberships.staffId, teamMembers.staffId)),
    )
    .where(eq(teamMembers.siteId, siteId));
  return found.map((team) => ({
    ...team,
    members: members.filter((member) => member.team === team.id).map((member) => member.staff),
  }));
};

export const membersAmong = async (ctx: Context, siteId: string, ids: string[]): Promise<Set<string>> => {
  if (!ids.length) return new Set();
  const rows = await ctx.database.read
    .select({ id: memberships.staffId })
    .from(memberships)
    .where(and(eq(memberships.siteId, siteId), inArray(memberships.staffId, ids)));
  return new Set(rows.map(({ id }) => id));
};

const ofTeam = (siteId: string, id: string) =>
  and(eq(teamMembers.siteId, siteId), eq(teamMembers.teamId, id));

export const saveTeam = (
  tx: Queries,
  siteId: string,
  id: string,
  given: z.infer<typeof schema.saveTeam>,
  now: number,
): Statement[] => [
  tx
    .insert(teams)
    .values({ siteId, id, name: given.name, createdAt: now })
    .onConflictDoUpdate({ target: [teams.siteId, teams.id], set: { name: given.name } }),
  tx.delete(teamMembers).where(ofTeam(siteId, id)),
  ...[...new Set(given.members)].map((staffId) =>
    tx.insert(teamMembers).values({ siteId, teamId: id, staffId }),
  ),
];

/** Conversations of a team that is no more belong to everybody. */
export const deleteTeam = (tx: Queries, siteId: string, id: string): Statement[] => [
  tx
    .update(conversations)
    .set({ teamId: null })
    .where(and(eq(conversations.siteId, siteId), eq(conversations.teamId, id))),
  tx.delete(teamMembers).where(ofTeam(siteId, id)),
  tx.delete(teams).where(and(eq(teams.siteId, siteId), eq(teams.id, id))),
];

export const listSearches = (ctx: Context, siteId: string, staffId: string): Promise<schema.SavedSearch[]> =>
  ctx.database.read
    .select({ id: savedSearches.id, name: savedSearches.name, query: savedSearches.query })
    .from(savedSearches)
    .where(and(eq(savedSearches.siteId, siteId), eq(savedSearches.staffId, staffId)))
    .orderBy(asc(savedSearches.createdAt), asc(savedSearches.id));

const ownSearch = (siteId: string, staffId: string, id: string) =>
  and(eq(savedSearches.siteId, siteId), eq(savedSearches.staffId, staffId), eq(savedSearches.id, id));

export const insertSearch = (
  tx: Queries,
  siteId: string,
  staffId: string,
  id: string,
  given: z.infer<typeof schema.saveSearch>,
  now: number,
): Statement =>
  tx
    .insert(savedSearches)
    .values({ siteId, id, staffId, ...given, createdAt: now })
    .onConflictDoNothing();

export const updateSearch = (
  tx: Queries,
  siteId: string,
  staffId: string,
  id: string,
  given: z.infer<typeof schema.saveSearch>,
): Statement =>
  tx
    .update(savedSearches)
    .set(given)
    .where(ownSearch(siteId, staffId, id));

export const deleteSearch = (tx: Queries, siteId: string, staffId: string, id: string): Statement =>
  tx.delete(savedSearches).where(ownSearch(siteId, staffId, id));

export const listReplies = (ctx: Context, siteId: string): Promise<schema.CannedReply[]> =>
  ctx.database.read
    .select({
      id: cannedReplies.id,
      shortcut: cannedReplies.shortcut,
      title: cannedReplies.title,
      body: cannedReplies.body,
      language: cannedReplies.language,
    })
    .from(cannedReplies)
    .where(eq(cannedReplies.siteId, siteId))
    .orderBy(asc(cannedReplies.shortcut), asc(cannedReplies.language));

export const saveReply = (
  tx: Queries,
  siteId: string,
  id: string,
  given: z.infer<typeof schema.saveCannedReply>,
  now: number,
): Statement =>
  tx
    .insert(cannedReplies)
    .values({ siteId, id, ...given, updatedAt: now })
    .onConflictDoUpdate({
      target: [cannedReplies.siteId, cannedReplies.id],
      set: { ...given, updatedAt: now },
    });

export const deleteReply = (tx: Queries, siteId: string, id: string): Statement =>
  tx.delete(cannedReplies).where(and(eq(cannedReplies.siteId, siteId), eq(cannedReplies.id, id)));

const ownDraft = (siteId: string, conversationId: string, staffId: string) =>
  and(eq(drafts.siteId, siteId), eq(drafts.conversationId, conversationId), eq(drafts.staffId, staffId));

export const findDraft = async (
  ctx: Context,
  siteId: string,
  conversationId: string,
  staffId: string,
): Promise<schema.Draft | null> => {
  const [row] = await ctx.database.read
    .select({ body: drafts.body, visibility: drafts.visibility, at: drafts.at })
    .from(drafts)
    .where(ownDraft(siteId, conversationId, staffId));
  return row ?? null;
};

/** Keeps what is half written; nothing written is no draft. */
export const saveDraft = (
  tx: Queries,
  siteId: string,
  conversationId: string,
  staffId: string,
  given: z.infer<typeof schema.saveDraft>,
  now: number,
): Statement =>
  given.body.trim() === ''
    ? tx.delete(drafts).where(ownDraft(siteId, conversationId, staffId))
    : tx
        .insert(drafts)
        .values({ siteId, conversationId, staffId, ...given, at: now })
        .onConflictDoUpdate({
          target: [drafts.siteId, drafts.conversationId, drafts.staffId],
          set: { ...given, at: now },
        });

/** Says that somebody was named in a conversation, and has not looked yet. */
export const addMention = (
  tx: Queries,
  siteId: string,
  conversationId: string,
  staffId: string,
  now: number,
): Statement =>
  tx
    .insert(mentions)
    .values({ siteId, staffId, conversationId, at: now, seen: false })
    .onConflictDoUpdate({
      target: [mentions.siteId, mentions.staffId, mentions.conversationId],
      set: { at: now, seen: false },
    });

/** @returns whether there was a mention that was not seen yet */
export const seeMention = (ctx: Context, siteId: string, conversationId: string, staffId: string) =>
  ctx.database.write((tx) => [
    tx
      .update(mentions)
      .set({ seen: true })
      .where(
        and(
          eq(mentions.siteId, siteId),
          eq(mentions.staffId, staffId),
          eq(mentions.conversationId, conversationId),
          eq(mentions.seen, false),
        ),
      ),
  ]);
