import type { RuleAction } from '../../../shared/rules/schema.ts';
import { targetsOf, type Words } from './fieldKinds.ts';

export type ActionKind = RuleAction['do'];

/** Actions that macros have; rules have more. */
export const macroKinds: readonly ActionKind[] = [
  'assign',
  'team',
  'label',
  'priority',
  'snooze',
  'reply',
  'note',
  'close',
];
export const ruleKinds: readonly ActionKind[] = [...macroKinds, 'rating', 'notify', 'webhook'];

/** An action of a kind, with nothing chosen yet. */
export const newAction = (kind: ActionKind): RuleAction => {
  if (kind === 'priority') return { do: kind, to: 'high' };
  if (kind === 'snooze') return { do: kind, minutes: 60 };
  if (kind === 'note') return { do: kind, text: '' };
  if (kind === 'close' || kind === 'rating' || kind === 'webhook') return { do: kind };
  return { do: kind, to: '' };
};

/** The field of what an action is about. */
const Target = ({
  action,
  words,
  onAction,
}: {
  action: RuleAction;
  words: Words;
  onAction(action: RuleAction): void;
}) => {
  const { texts } = words;
  const label = texts[`do_${action.do}`];
  if (action.do === 'note')
    return (
      <textarea
        aria-label={label}
        dir="auto"
        rows={2}
        maxLength={2_000}
        value={action.text}
        onInput={(event) => onAction({ ...action, text: event.currentTarget.value })}
      />
    );
  if (action.do === 'snooze')
    return (
      <input
        type="number"
        aria-label={label}
        min={1}
        max={43_200}
        value={action.minutes}
        onInput={({ currentTarget: { valueAsNumber } }) =>
          onAction({ ...action, minutes: Number.isFinite(valueAsNumber) ? Math.round(valueAsNumber) : 0 })
        }
      />
    );
  if (!('to' in action)) return null;
  const targets = targetsOf(action.do, words) ?? [];
  return (
    <select
      aria-label={label}
      value={action.to}
      onChange={(event) => onAction({ ...action, to: event.currentTarget.value } as RuleAction)}
    >
      {!targets.some(([id]) => id === action.to) && <option value={action.to}>{texts.choose}</option>}
      {targets.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
};

/** Actions, each with what it's about. */
export const ActionRows = ({
  actions,
  kinds,
  words,
  onActions,
}: {
  actions: readonly RuleAction[];
  kinds: readonly ActionKind[];
  words: Words;
  onActions(actions: RuleAction[]): void;
}) => {
  const { texts } = words;
  const isTaken = (kind: ActionKind): boolean =>
    kind !== 'label' && actions.some((action) => action.do === kind);
  const free = kinds.find((kind) => !isTaken(kind));
  return (
    <fieldset class="rule-group">
      <legend>{texts.actions}</legend>
      <ul>
        {actions.map((action, place) => (
          <li class="rule-line" key={`${place}`}>
            <select
              aria-label={texts.action}
              value={action.do}
              onChange={(event) => {
                const next = newAction(event.currentTarget.value as ActionKind);
                onActions(actions.map((one, at) => (at === place ? next : one)));
              }}
            >
              {kinds
                .filter((kind) => kind === action.do || !isTaken(kind))
                .map((kind) => (
                  <option key={kind} value={kind}>
                    {texts[`do_${kind}`]}
                  </option>
                ))}
            </select>
            <Target
              action={action}
              words={words}
              onAction={(next) => onActions(actions.map((one, at) => (at === place ? next : one)))}
            />
            {actions.length > 1 && (
              <button
                type="button"
                aria-label={texts.remove}
                title={texts.remove}
                onClick={() => onActions(actions.filter((_, at) => at !== place))}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      {actions.length < 10 && free && (
        <button type="button" onClick={() => onActions([...actions, newAction(free)])}>
          {texts.addAction}
        </button>
      )}
    </fieldset>
  );
};
