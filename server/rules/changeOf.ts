import type { ConversationChange } from '../../shared/inbox/schema.ts';
import type { RuleAction } from '../../shared/rules/schema.ts';

const minute = 60_000;

/** The change of a conversation that actions make, as staff would. */
export const changeOf = (actions: readonly RuleAction[], now: number): ConversationChange => {
  const change: ConversationChange = {};
  const labels: string[] = [];
  for (const action of actions)
    switch (action.do) {
      case 'assign':
        change.assignee = action.to;
        break;
      case 'team':
        change.team = action.to;
        break;
      case 'label':
        labels.push(action.to);
        break;
      case 'priority':
        change.priority = action.to;
        break;
      case 'snooze':
        change.snooze = { until: now + action.minutes * minute };
        break;
      case 'close':
        change.status = 'closed';
        break;
    }
  return labels.length ? { ...change, addLabels: labels } : change;
};

/** Whether actions change a conversation, besides what they say or tell. */
export const changesAnything = (actions: readonly RuleAction[]): boolean =>
  Object.keys(changeOf(actions, 0)).length > 0;
