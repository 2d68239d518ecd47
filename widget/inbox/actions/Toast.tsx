import type { ConversationChange } from '../../../shared/inbox/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { useInbox } from '../context.ts';
import { failureText } from '../../core/staff/failureText.ts';
import type { InboxTexts } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { IconButton } from '../../core/staff/Icon.tsx';

const wordsOf = (texts: InboxTexts, change: ConversationChange): string => {
  if (change.mergeInto) return texts.did_merged;
  if (change.status) return change.status === 'closed' ? texts.did_closed : texts.did_reopened;
  if (change.snooze) return texts.did_snoozed;
  if (change.held === false) return texts.did_letIn;
  if (change.promiseAt) return texts.did_promised;
  if (change.priority) return texts.did_priority;
  if (change.addLabels || change.removeLabels) return texts.did_labelled;
  return change.assignee === null ? texts.did_givenBack : texts.did_assigned;
};

/** The last action, with a way back for ten seconds. */
export const Toast = () => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const action = inbox.actions.last.value;
  return (
    <div class="toast" role="status">
      {action && (
        <p>
          <span>
            {action.problem
              ? fill(texts.did_not, { reason: failureText(texts, action.problem) })
              : action.isMacro
                ? texts.macroRan
                : wordsOf(texts, action.change)}
            {action.count > 1 && ` ${fill(texts.countOf, { count: action.count })}`}
            {!action.problem &&
              action.refused > 0 &&
              ` ${fill(texts.countRefused, { count: action.refused })}`}
          </span>
          {action.isUndoable && (
            <button type="button" class="link" onClick={() => inbox.actions.undo()}>
              {texts.undo}
            </button>
          )}
          <IconButton icon="close" label={texts.dismiss} onClick={() => inbox.actions.forget()} />
        </p>
      )}
    </div>
  );
};
