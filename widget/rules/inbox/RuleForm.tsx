import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { timed, type Trigger, triggers } from '../../../shared/rules/fields.ts';
import type { RuleDraft } from '../../../shared/rules/schema.ts';
import { CheckField, NumberField, SelectField, TextField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import { ActionRows, ruleKinds } from './ActionRows.tsx';
import { Conditions } from './Conditions.tsx';
import { isComplete, isWhole, type Words } from './fieldKinds.ts';
import { RuleLog } from './RuleLog.tsx';
import type { RulesModel } from './rulesModel.ts';
import { TryRule } from './TryRule.tsx';

const usualMinutes = 30;

/** The trigger, with its minutes where it has some. */
const When = ({
  draft,
  words: { texts },
  set,
}: {
  draft: RuleDraft;
  words: Words;
  set(part: Partial<RuleDraft>): void;
}) => (
  <div class="pair">
    <SelectField
      label={texts.when}
      value={draft.on}
      options={triggers.map((one) => [one, texts[`on_${one}`]] as const)}
      onValue={(on: Trigger) =>
        set({ on, minutes: timed.includes(on) ? (draft.minutes ?? usualMinutes) : null })
      }
    />
    {draft.minutes !== null && (
      <NumberField
        label={texts.minutes}
        value={draft.minutes}
        min={1}
        max={43_200}
        onValue={(minutes) => set({ minutes: Math.round(minutes) })}
      />
    )}
  </div>
);

/** Buttons at the end of the form: saving, going back, deleting. */
const End = ({
  draft,
  isReady,
  isNew,
  words: { texts },
  save,
  done,
  remove,
}: {
  draft: RuleDraft;
  isReady: boolean;
  isNew: boolean;
  words: Words;
  save(isOn: boolean): void;
  done(): void;
  remove(): void;
}) => {
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      {!isReady && <p class="quiet">{texts.incomplete}</p>}
      <div class="row-of-buttons">
        <button type="submit" class="primary" disabled={!isReady}>
          {texts.save}
        </button>
        {!draft.isOn && (
          <button type="button" disabled={!isReady} onClick={() => save(true)}>
            {texts.saveOn}
          </button>
        )}
        <button type="button" onClick={done}>
          {texts.cancel}
        </button>
        {!isNew && !isAsked && (
          <button type="button" class="link" onClick={() => setAsked(true)}>
            {texts.delete}
          </button>
        )}
      </div>
      {isAsked && (
        <div class="row-of-buttons" role="alert">
          <span>{fill(texts.deleteSure, { name: draft.name })}</span>
          <button type="button" class="danger" onClick={remove}>
            {texts.delete}
          </button>
          <button type="button" onClick={() => setAsked(false)}>
            {texts.cancel}
          </button>
        </div>
      )}
    </>
  );
};

/** One rule as it's written: when, if, then; tried on the last week before it's switched on. */
export const RuleForm = ({
  id,
  start,
  isNew,
  model,
  words,
  done,
}: {
  id: string;
  start: RuleDraft;
  isNew: boolean;
  model: RulesModel;
  words: Words;
  done(): void;
}) => {
  const { texts } = words;
  const [draft, setDraft] = useState(start);
  const form = useRef<HTMLFormElement>(null);
  const set = (part: Partial<RuleDraft>): void => setDraft({ ...draft, ...part });
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const isWritten = draft.groups.flat().every(isComplete) && draft.actions.every(isWhole);
  const isReady = isWritten && draft.name.trim() !== '';
  const save = async (isOn: boolean): Promise<void> => {
    if (isReady && (await model.save(id, { ...draft, isOn }))) done();
  };
  return (
    <form
      class="rule-form"
      ref={form}
      aria-label={draft.name || texts.newRule}
      onSubmit={(event) => {
        event.preventDefault();
        void save(draft.isOn);
      }}
    >
      <TextField
        label={texts.name}
        value={draft.name}
        required
        maxLength={60}
        dir="auto"
        onValue={(name) => set({ name })}
      />
      <When draft={draft} words={words} set={set} />
      <Conditions groups={draft.groups} words={words} onGroups={(groups) => set({ groups })} />
      <ActionRows
        actions={draft.actions}
        kinds={ruleKinds}
        words={words}
        onActions={(actions) => set({ actions })}
      />
      {draft.actions.some((action) => action.do === 'reply') && <p class="quiet">{texts.autoHint}</p>}
      <CheckField
        label={texts.stops}
        hint={texts.stopsHint}
        value={draft.stops}
        onValue={(stops) => set({ stops })}
      />
      <TryRule
        draft={{ ...draft, name: draft.name.trim() || texts.newRule }}
        isWhole={isWritten}
        words={words}
      />
      <End
        draft={draft}
        isReady={isReady}
        isNew={isNew}
        words={words}
        save={(isOn) => void save(isOn)}
        done={done}
        remove={() => void model.remove(id).then((isGone) => isGone && done())}
      />
      {!isNew && <RuleLog rule={id} words={words} />}
    </form>
  );
};
