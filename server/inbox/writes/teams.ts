import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type * as schema from '../../../shared/inbox/schema.ts';
import { conversations } from '../../core/conversations/tables.ts';
import type { Queries, Statement } from '../../core/db/database.ts';
import { teamMembers, teams } from '../../core/people/staff/tables.ts';

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
