import { Fragment } from 'preact';
import type { Rule } from '../../../shared/rules/schema.ts';
import { counted } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import type { Words } from './fieldKinds.ts';
import { draftOf, type RulesModel } from './rulesModel.ts';
import { actionText, groupTexts, whenText } from './words.ts';

/** Buttons of a rule: writing it anew, and moving it. */
const Buttons = ({
  id,
  name,
  place,
  count,
  words: { texts },
  move,
  edit,
}: {
  id: string;
  name: string;
  place: number;
  count: number;
  words: Words;
  move(place: number): void;
  edit(): void;
}) => (
  <div class="row-of-buttons">
    <button type="button" onClick={edit}>
      {texts.edit}
    </button>
    <button
      type="button"
      id={`up-${id}`}
      aria-label={fill(texts.up, { name })}
      title={fill(texts.up, { name })}
      disabled={place === 0}
      onClick={() => move(place - 1)}
    >
      ↑
    </button>
    <button
      type="button"
      id={`down-${id}`}
      aria-label={fill(texts.down, { name })}
      title={fill(texts.down, { name })}
      disabled={place === count - 1}
      onClick={() => move(place + 1)}
    >
      ↓
    </button>
  </div>
);

/** One rule in the list: what it does in words, its switch, and its place. */
export const RuleRow = ({
  rule,
  place,
  count,
  model,
  words,
  move,
  edit,
}: {
  rule: Rule;
  place: number;
  count: number;
  model: RulesModel;
  words: Words;
  move(place: number): void;
  edit(): void;
}) => {
  const { texts, tag } = words;
  const { id, name, isOn, groups, actions, stops, fired } = rule;
  const conditions = groupTexts(groups, words);
  return (
    <>
      <div class="rule-head">
        <span class="rule-grip" title={texts.drag} aria-hidden="true">
          ⠿
        </span>
        <h3 dir="auto">{name}</h3>
        <button
          type="button"
          role="switch"
          class="rule-switch"
          aria-checked={isOn}
          aria-label={fill(isOn ? texts.turnOff : texts.turnOn, { name })}
          onClick={() => void model.save(id, { ...draftOf(rule), isOn: !isOn })}
        >
          {isOn ? texts.on : texts.off}
        </button>
      </div>
      <dl class="rule-words">
        <dt>{texts.when}</dt>
        <dd>{whenText(rule, words)}</dd>
        {conditions.map((line, at) => (
          <Fragment key={`${at}`}>
            <dt>{at === 0 ? texts.ifHolds : texts.orHolds}</dt>
            <dd>{line}</dd>
          </Fragment>
        ))}
        <dt>{texts.actions}</dt>
        <dd>
          {actions.map((action, at) => (
            <div key={`${at}`}>{actionText(action, words)}</div>
          ))}
        </dd>
      </dl>
      <p class="quiet">
        {fired === 0 ? texts.neverFired : counted(tag, texts.fired, fired)}
        {stops && ` · ${texts.stopsHere}`}
      </p>
      <Buttons name={name} id={id} place={place} count={count} words={words} move={move} edit={edit} />
    </>
  );
};
