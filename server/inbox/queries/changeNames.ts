import { and, eq, inArray } from 'drizzle-orm';
import type { ConversationChange } from '../../../shared/inbox/schema.ts';
import type { Context } from '../../context.ts';
import { labels } from '../../core/conversations/tables.ts';
import { answersPeople } from '../../core/people/staff/queries.ts';
import { memberships, staff, teams } from '../../core/people/staff/tables.ts';
import { refuse, maxSnooze } from '../changeRules.ts';

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
        .where(and(eq(memberships.siteId, siteId), answersPeople, eq(memberships.staffId, assignee)))
    : [];
  if (assignee && !person) throw refuse('assignee', 'This person isn’t on this site.');
  const [group] = team
    ? await read
        .select({ name: teams.name })
        .from(teams)
        .where(and(eq(teams.siteId, siteId), eq(teams.id, team)))
    : [];
  if (team && !group) throw refuse('team', 'This site has no such team.');
  const wanted = [...(change.addLabels ?? []), ...(change.removeLabels ?? [])];
  const known = wanted.length
    ? await read
        .select({ id: labels.id, name: labels.name })
        .from(labels)
        .where(and(eq(labels.siteId, siteId), inArray(labels.id, wanted)))
    : [];
  const byId = new Map(known.map(({ id, name }) => [id, name]));
  if (change.addLabels?.some((id) => !byId.has(id)))
    throw refuse('addLabels', 'This site has no such label.');
  if (snooze?.until != null && (snooze.until <= now || snooze.until > now + maxSnooze))
    throw refuse('snooze', 'Choose a time in the future, within a year.');
  if (promiseAt !== undefined && promiseAt <= now) throw refuse('promiseAt', 'Choose a time in the future.');
  if (snooze && change.status)
    throw refuse('status', 'A conversation can’t be snoozed and opened or closed at once.');
  return { assignee: person?.name ?? '', team: group?.name ?? '', labels: byId };
};
