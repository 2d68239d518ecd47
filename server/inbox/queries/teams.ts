import { and, asc, eq, inArray } from 'drizzle-orm';
import type * as schema from '../../../shared/inbox/schema.ts';
import type { Context } from '../../context.ts';
import { answersPeople } from '../../core/people/staff/queries.ts';
import { memberships, teamMembers, teams } from '../../core/people/staff/tables.ts';

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
    .where(and(eq(teamMembers.siteId, siteId), answersPeople));
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
    .where(and(eq(memberships.siteId, siteId), answersPeople, inArray(memberships.staffId, ids)));
  return new Set(rows.map(({ id }) => id));
};
