import { and, eq, inArray } from 'drizzle-orm';
import type { ConversationChange } from '../../../shared/inbox/schema.ts';
import type { Context } from '../../context.ts';
import { labels } from '../../core/conversations/tables.ts';
import { memberships, staff, teams } from '../../core/people/staff/tables.ts';
import { refuse, longestSnooze } from '../changeRules.ts';

/** Names of what a change points at, all of this site. */
export interface Names {
  assignee: string;
  team: string;
  labels: Map<string, string>;
}

/**
 * Reads what a change points at.
 * @throws Failure `invalid` when a person, a team or a label is not the site's, or a time is none
 */
export const readNames = async (ctx: Context, siteId: string, change: ConversationChange): Promise<Names> => {
  const { read } = ctx.database;
  const now = ctx.clock.now();
  const { assignee, team, snooze, promiseAt } = change;
  const [person] = assignee
    ? await read
        .select({ name: staff.name })
        .from(memberships)
        .innerJoin(staff, eq(staff.id, memberships.staffId))
        .where(and(eq(memberships.siteId, siteId), eq(memberships.staffId, assignee)))
    : [];
  if (assignee && !person) throw refuse('assignee', 'This person does not answer on this site.');
  const [group] = team
    ? await read
        .select({ name: teams.name })
        .from(teams)
        .where(and(eq(teams.siteId, siteId), eq(teams.id, team)))
    : [];
  if (team && !group) throw refuse('team', 'This is no team of the site.');
  const wanted = [...(change.addLabels ?? []), ...(change.removeLabels ?? [])];
  const known = wanted.length
    ? await read
        .select({ id: labels.id, name: labels.name })
        .from(labels)
        .where(and(eq(labels.siteId, siteId), inArray(labels.id, wanted)))
    : [];
  const byId = new Map(known.map(({ id, name }) => [id, name]));
  if (change.addLabels?.some((id) => !byId.has(id)))
    throw refuse('addLabels', 'This is no label of the site.');
  if (snooze?.until != null && (snooze.until <= now || snooze.until > now + longestSnooze))
    throw refuse('snooze', 'Snoozed conversations come back later than now, and within a year.');
  if (promiseAt !== undefined && promiseAt <= now)
    throw refuse('promiseAt', 'A promise is for later than now.');
  if (snooze && change.status) throw refuse('status', 'A conversation is snoozed, or it is open or closed.');
  return { assignee: person?.name ?? '', team: group?.name ?? '', labels: byId };
};
