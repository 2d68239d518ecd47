import type { SegmentList } from '../../../../shared/contacts/segments/schema.ts';
import type { AttributeTest } from '../../../../shared/core/prompts/kinds.ts';
import { fieldsOf, isNumberField, testsOf, valuesOf } from './fieldKinds.ts';
import type { SegmentTexts } from './texts.ts';

const newTest = (): AttributeTest => ({ name: 'silentDays', how: 'above', value: '' });

/** One condition: a field, a test of it, and the value that it's held against. */
const Condition = ({
  test,
  list,
  texts,
  onTest,
  onRemove,
}: {
  test: AttributeTest;
  list: SegmentList;
  texts: SegmentTexts;
  onTest(test: AttributeTest): void;
  /** Absent for the only one. */
  onRemove: (() => void) | undefined;
}) => {
  const { name, how, value } = test;
  const values = valuesOf(name, texts, list);
  const isAsked = how !== 'known' && how !== 'unknown';
  const begin = (field: string): void => {
    const [first = 'is'] = testsOf(field);
    onTest({ name: field, how: first, value: valuesOf(field, texts, list)?.[0]?.[0] ?? '' });
  };
  return (
    <li class="segment-condition">
      <select aria-label={texts.field} value={name} onChange={(event) => begin(event.currentTarget.value)}>
        {fieldsOf(texts, list).map(([field, label]) => (
          <option key={field} value={field}>
            {label}
          </option>
        ))}
      </select>
      <select
        aria-label={texts.how}
        value={how}
        onChange={(event) => onTest({ ...test, how: event.currentTarget.value as AttributeTest['how'] })}
      >
        {testsOf(name).map((one) => (
          <option key={one} value={one}>
            {texts[`how_${one}`]}
          </option>
        ))}
      </select>
      {isAsked && values && (
        <select
          aria-label={texts.value}
          value={value}
          onChange={(event) => onTest({ ...test, value: event.currentTarget.value })}
        >
          {values.map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
        </select>
      )}
      {isAsked && !values && (
        <input
          aria-label={texts.value}
          dir="auto"
          inputMode={isNumberField(name) ? 'numeric' : undefined}
          maxLength={200}
          value={value}
          onInput={(event) => onTest({ ...test, value: event.currentTarget.value })}
        />
      )}
      {onRemove && (
        <button type="button" aria-label={texts.remove} title={texts.remove} onClick={onRemove}>
          ×
        </button>
      )}
    </li>
  );
};

/** Conditions that all must hold. */
const Group = ({
  legend,
  tests,
  list,
  texts,
  onTests,
  onRemove,
}: {
  legend: string;
  tests: readonly AttributeTest[];
  list: SegmentList;
  texts: SegmentTexts;
  onTests(tests: AttributeTest[]): void;
  /** Absent for the first. */
  onRemove: (() => void) | undefined;
}) => (
  <fieldset class="segment-conditions">
    <legend>{legend}</legend>
    <ul>
      {tests.map((test, place) => (
        <Condition
          key={`${place}`}
          test={test}
          list={list}
          texts={texts}
          onTest={(next) => onTests(tests.map((one, at) => (at === place ? next : one)))}
          onRemove={tests.length > 1 ? () => onTests(tests.filter((_, at) => at !== place)) : undefined}
        />
      ))}
    </ul>
    <div class="row-of-buttons">
      {tests.length < 10 && (
        <button type="button" onClick={() => onTests([...tests, newTest()])}>
          {texts.add}
        </button>
      )}
      {onRemove && (
        <button type="button" class="link" onClick={onRemove}>
          {texts.removeGroup}
        </button>
      )}
    </div>
  </fieldset>
);

/** Groups of conditions: all of one of them must hold. */
export const Conditions = ({
  groups,
  list,
  texts,
  onGroups,
}: {
  groups: readonly (readonly AttributeTest[])[];
  list: SegmentList;
  texts: SegmentTexts;
  onGroups(groups: (readonly AttributeTest[])[]): void;
}) => (
  <>
    {groups.map((tests, place) => (
      <Group
        key={`${place}`}
        legend={place === 0 ? texts.conditions : texts.or}
        tests={tests}
        list={list}
        texts={texts}
        onTests={(next) => onGroups(groups.map((one, at) => (at === place ? next : one)))}
        onRemove={place === 0 ? undefined : () => onGroups(groups.filter((_, at) => at !== place))}
      />
    ))}
    {groups.length < 5 && (
      <div class="row-of-buttons">
        <button type="button" onClick={() => onGroups([...groups, [newTest()]])}>
          {texts.addGroup}
        </button>
      </div>
    )}
  </>
);
