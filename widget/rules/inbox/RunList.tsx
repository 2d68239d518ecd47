import type { RuleRun } from '../../../shared/rules/schema.ts';
import { useStaff } from '../../core/staff/context.ts';
import { ago, exact } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { isolate } from '../../core/text/isolate.ts';
import type { Words } from './fieldKinds.ts';
import { actionsText, whyText } from './words.ts';

/** Deeds of rules, each with why, and the way to take it back. */
export const RunList = ({
  runs,
  words,
  by,
  undo,
}: {
  runs: readonly RuleRun[];
  words: Words;
  /** The lead of a line: the rule, where it's known which conversation; or the other way round. */
  by: 'rule' | 'conversation';
  undo(run: RuleRun): void;
}) => {
  const staff = useStaff();
  const { texts, tag } = words;
  return (
    <ul class="rule-found">
      {runs.map((run) => (
        <li key={run.id}>
          {by === 'rule' ? (
            <strong>{fill(texts.ruleDid, { name: isolate(run.rule.name) })}</strong>
          ) : (
            <button type="button" class="link" dir="auto" onClick={() => staff.open(run.conversation)}>
              {run.subject}
            </button>
          )}
          <span>{actionsText(run.did, words)}</span>
          <span class="quiet">{fill(texts.because, { why: whyText(run.why, words) })}</span>
          <span class="quiet">
            {texts[`state_${run.state}`]} ·{' '}
            <time dateTime={new Date(run.at).toISOString()} title={exact(tag, run.at)}>
              {ago(tag, run.at, staff.now.value)}
            </time>
            {run.undoable && (
              <>
                {' · '}
                <button type="button" class="link" onClick={() => undo(run)}>
                  {texts.undo}
                </button>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
};
