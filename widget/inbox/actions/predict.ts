import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import type { ConversationChange, Overview } from '../../../shared/inbox/schema.ts';

/**
 * A conversation as it will be once a change is done, as far as this page can know: what the server answers replaces
 * it, and what it refuses goes back.
 * @returns null for a change whose outcome only the server knows (a merge)
 */
export const predict = (
  item: InboxConversation,
  change: ConversationChange,
  { people, teams }: Pick<Overview, 'people' | 'teams'>,
): InboxConversation | null => {
  if (change.mergeInto) return null;
  const { assignee, team, status, snooze, held, priority, addLabels, removeLabels, promiseAt } = change;
  const next = { ...item };
  if (assignee !== undefined) {
    next.assignee = people.find(({ id }) => id === assignee) ?? null;
    if (next.promise) next.promise = { ...next.promise, owner: next.assignee };
  }
  if (team !== undefined) {
    const found = teams.find(({ id }) => id === team);
    next.team = found ? { id: found.id, name: found.name } : null;
  }
  if (held === false) next.held = false;
  if (status === 'closed') Object.assign(next, { status, promise: null, snoozedUntil: null, held: false });
  if (status === 'open') Object.assign(next, { status, snoozedUntil: null });
  if (snooze) Object.assign(next, { status: 'snoozed', snoozedUntil: snooze.until });
  if (priority !== undefined) next.priority = priority;
  if (promiseAt !== undefined) next.promise = { at: promiseAt, owner: next.assignee };
  if (addLabels || removeLabels)
    next.labels = [
      ...new Set([...item.labels, ...(addLabels ?? [])].filter((id) => !removeLabels?.includes(id))),
    ];
  return next;
};
