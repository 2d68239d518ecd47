import type { ComponentChildren } from 'preact';
import type {
  AttributeTest,
  Conditions,
  PageMatch,
  PromptRule,
} from '../../../../shared/core/prompts/kinds.ts';
import {
  attributeTests,
  devices,
  matchKinds,
  mostRepeatDays,
  utmNames,
} from '../../../../shared/core/prompts/options.ts';
import { CheckField, NumberField, SelectField, TextField } from '../editing/fields.tsx';
import type { RuleWords } from '../../../../shared/core/prompts/words.ts';

/** Rows of a list, each with a way out, and a way to another one. */
const Rows = <Row,>(given: {
  title: string;
  rows: readonly Row[];
  add: string;
  remove: string;
  most: number;
  fresh: Row;
  draw(row: Row, change: (row: Row) => void): ComponentChildren;
  onRows(rows: Row[]): void;
}) => (
  <fieldset class="rows">
    <legend>{given.title}</legend>
    {given.rows.map((row, index) => (
      <div class="rule-row" key={`${index}`}>
        {given.draw(row, (changed) =>
          given.onRows(given.rows.map((one, at) => (at === index ? changed : one))),
        )}
        <button type="button" onClick={() => given.onRows(given.rows.filter((_, at) => at !== index))}>
          {given.remove}
        </button>
      </div>
    ))}
    {given.rows.length < given.most && (
      <button type="button" onClick={() => given.onRows([...given.rows, given.fresh])}>
        {given.add}
      </button>
    )}
  </fieldset>
);

const Choice = <Value extends string>(given: {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onValue(value: Value): void;
}) => (
  <select
    aria-label={given.label}
    value={given.value}
    onChange={(event) => given.onValue(event.currentTarget.value as Value)}
  >
    {given.options.map(([value, words]) => (
      <option key={value} value={value}>
        {words}
      </option>
    ))}
  </select>
);
const Words = (given: { label: string; value: string; most: number; onValue(value: string): void }) => (
  <input
    type="text"
    aria-label={given.label}
    placeholder={given.label}
    dir="ltr"
    maxLength={given.most}
    value={given.value}
    onInput={(event) => given.onValue(event.currentTarget.value)}
  />
);

export const PageRows = ({
  title,
  pages,
  most,
  words,
  onPages,
}: {
  title: string;
  pages: readonly PageMatch[];
  most: number;
  words: RuleWords;
  onPages(pages: PageMatch[]): void;
}) => (
  <Rows<PageMatch>
    title={title}
    rows={pages}
    add={words.addPage}
    remove={words.remove}
    most={most}
    fresh={{ how: 'is', value: '' }}
    onRows={onPages}
    draw={(page, change) => (
      <>
        <Choice
          label={title}
          value={page.how}
          options={matchKinds.map((how) => [how, words[`how_${how}`]] as const)}
          onValue={(how) => change({ ...page, how })}
        />
        <Words
          label={words.value}
          value={page.value}
          most={300}
          onValue={(value) => change({ ...page, value })}
        />
      </>
    )}
  />
);

export const AttributeRows = ({
  tests,
  words,
  onTests,
}: {
  tests: readonly AttributeTest[];
  words: RuleWords;
  onTests(tests: AttributeTest[]): void;
}) => (
  <Rows<AttributeTest>
    title={words.attributes}
    rows={tests}
    add={words.addAttribute}
    remove={words.remove}
    most={10}
    fresh={{ name: '', how: 'is', value: '' }}
    onRows={onTests}
    draw={(row, change) => (
      <>
        <Words label={words.name} value={row.name} most={40} onValue={(name) => change({ ...row, name })} />
        <Choice
          label={words.attributes}
          value={row.how}
          options={attributeTests.map((how) => [how, words[`test_${how}`]] as const)}
          onValue={(how) => change({ ...row, how })}
        />
        {row.how !== 'known' && row.how !== 'unknown' && (
          <Words
            label={words.value}
            value={row.value}
            most={200}
            onValue={(value) => change({ ...row, value })}
          />
        )}
      </>
    )}
  />
);

const listOf = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);
const asChoice = (value: boolean | undefined) =>
  value === undefined ? ('any' as const) : (`${value}` as const);
const fromChoice = (value: 'any' | 'true' | 'false') => (value === 'any' ? undefined : value === 'true');

/** Everything that the owner says of when, to whom and how often a prompt comes. */
export const RuleFields = ({
  rule,
  words,
  audience,
  onRule,
}: {
  rule: PromptRule;
  words: RuleWords;
  /** Its pages and attributes are asked for elsewhere: they hold whether it comes by itself or not. */
  audience?: 'elsewhere';
  onRule(rule: PromptRule): void;
}) => {
  const { conditions, often, goal } = rule;
  const set = (change: Partial<PromptRule>): void => onRule({ ...rule, ...change });
  /** An absent condition asks for nothing: what is emptied is taken out. */
  const when = <Key extends keyof Conditions>(key: Key, value: Conditions[Key]): void => {
    const { [key]: _, ...rest } = conditions;
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    set({ conditions: isEmpty ? rest : { ...rest, [key]: value } });
  };
  const number = (
    key: 'seconds' | 'scroll' | 'idle' | 'pagesSeen' | 'knownDays',
    min: number,
    max: number,
  ) => (
    <NumberField
      label={words[key]}
      value={conditions[key]}
      min={min}
      max={max}
      onValue={(value) => when(key, value)}
    />
  );
  return (
    <>
      <h4>{words.when}</h4>
      <p class="quiet">
        {words.noneHint} {words.pageHint}
      </p>
      {!audience && (
        <PageRows
          title={words.pages}
          pages={conditions.pages ?? []}
          most={20}
          words={words}
          onPages={(pages) => when('pages', pages)}
        />
      )}
      <PageRows
        title={words.notPages}
        pages={conditions.notPages ?? []}
        most={20}
        words={words}
        onPages={(pages) => when('notPages', pages)}
      />
      <div class="grid">
        {number('seconds', 0, 3_600)}
        {number('scroll', 1, 100)}
        {number('idle', 1, 3_600)}
        {number('pagesSeen', 2, 100)}
        <TextField
          label={words.event}
          value={conditions.event ?? ''}
          most={80}
          onValue={(value) => when('event', value)}
        />
        <SelectField
          label={words.hours}
          value={asChoice(conditions.hours)}
          options={(['any', 'true', 'false'] as const).map((one) => [one, words[`hours_${one}`]] as const)}
          onValue={(value) => when('hours', fromChoice(value))}
        />
      </div>
      <CheckField
        label={words.exit}
        value={conditions.exit ?? false}
        onValue={(value) => when('exit', value || undefined)}
      />
      <CheckField
        label={words.online}
        value={conditions.online ?? false}
        onValue={(value) => when('online', value || undefined)}
      />
      <h4>{words.who}</h4>
      <div class="grid">
        <SelectField
          label={words.returning}
          value={asChoice(conditions.returning)}
          options={(['any', 'true', 'false'] as const).map(
            (one) => [one, words[`returning_${one}`]] as const,
          )}
          onValue={(value) => when('returning', fromChoice(value))}
        />
        {number('knownDays', 1, mostRepeatDays)}
        <TextField
          label={words.languages}
          value={(conditions.languages ?? []).join(', ')}
          most={200}
          onValue={(value) => when('languages', listOf(value))}
        />
        <TextField
          label={words.referrer}
          value={conditions.referrer ?? ''}
          most={200}
          onValue={(value) => when('referrer', value)}
        />
        <NumberField
          label={words.sample}
          value={rule.sample}
          min={0}
          max={100}
          step={0.1}
          onValue={(sample = 0) => set({ sample })}
        />
        <NumberField
          label={words.holdout}
          value={rule.holdout}
          min={0}
          max={90}
          step={0.1}
          onValue={(holdout = 0) => set({ holdout })}
        />
      </div>
      <fieldset class="rows">
        <legend>{words.devices}</legend>
        {devices.map((device) => (
          <CheckField
            key={device}
            label={words[`device_${device}`]}
            value={conditions.devices?.includes(device) ?? false}
            onValue={(is) =>
              when(
                'devices',
                devices.filter((one) => (one === device ? is : conditions.devices?.includes(one))),
              )
            }
          />
        ))}
      </fieldset>
      <Rows
        title={words.utm}
        rows={conditions.utm ?? []}
        add={words.addUtm}
        remove={words.remove}
        most={5}
        fresh={{ name: 'source' as const, value: '' }}
        onRows={(utm) => when('utm', utm)}
        draw={(row, change) => (
          <>
            <Choice
              label={words.utm}
              value={row.name}
              options={utmNames.map((name) => [name, name] as const)}
              onValue={(name) => change({ ...row, name: name as 'source' })}
            />
            <Words
              label={words.value}
              value={row.value}
              most={100}
              onValue={(value) => change({ ...row, value })}
            />
          </>
        )}
      />
      {!audience && (
        <AttributeRows
          tests={conditions.attributes ?? []}
          words={words}
          onTests={(attributes) => when('attributes', attributes)}
        />
      )}
      <h4>{words.howOften}</h4>
      <div class="grid">
        <NumberField
          label={words.priority}
          value={rule.priority}
          min={0}
          max={100}
          onValue={(priority = 0) => set({ priority })}
        />
        <SelectField
          label={words.often}
          value={often.kind}
          options={(['ever', 'session', 'days'] as const).map(
            (kind) => [kind, words[`often_${kind}`]] as const,
          )}
          onValue={(kind) => set({ often: kind === 'days' ? { kind, days: 90 } : { kind } })}
        />
        {often.kind === 'days' && (
          <NumberField
            label={words.days}
            value={often.days}
            min={1}
            max={mostRepeatDays}
            onValue={(days = 1) => set({ often: { kind: 'days', days } })}
          />
        )}
        <NumberField
          label={words.backOff}
          value={rule.backOffDays}
          min={0}
          max={mostRepeatDays}
          onValue={(backOffDays = 0) => set({ backOffDays })}
        />
      </div>
      <h4>{words.goalTitle}</h4>
      <div class="grid">
        <TextField
          label={words.goalEvent}
          value={goal?.event ?? ''}
          most={80}
          onValue={(event) => set({ goal: event ? { event, minutes: goal?.minutes ?? 60 } : null })}
        />
        {goal && (
          <NumberField
            label={words.goalMinutes}
            value={goal.minutes}
            min={1}
            max={43_200}
            onValue={(minutes = 1) => set({ goal: { ...goal, minutes } })}
          />
        )}
      </div>
    </>
  );
};
