import type { AttributeTest } from '../../../shared/core/prompts/kinds.ts';
import { fieldsOf, isNumberField, testsOf, valuesOf, type Words } from './fieldKinds.ts';

const newTest = (words: Words): AttributeTest => ({
  name: 'channel',
  how: 'is',
  value: valuesOf('channel', words)?.[0]?.[0] ?? '',
});

/** One condition: a field, a test of it, and the value that it's held against. */
const Condition = ({
  test,
  words,
  onTest,
  onRemove,
}: {
  test: AttributeTest;
  words: Words;
  onTest(test: AttributeTest): void;
  onRemove(): void;
}) => {
  const { texts } = words;
  const { name, how, value } = test;
  const values = valuesOf(name, words);
  const isAsked = how !== 'known' && how !== 'unknown';
  const begin = (field: string): void => {
    const [first = 'is'] = testsOf(field);
    onTest({ name: field, how: first, value: valuesOf(field, words)?.[0]?.[0] ?? '' });
  };
  return (
    <li class="rule-line">
      <select aria-label={texts.field} value={name} onChange={(event) => begin(event.currentTarget.value)}>
        {fieldsOf(words).map(([field, label]) => (
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
          {!values.some(([one]) => one === value) && <option value={value}>{texts.choose}</option>}
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
      <button type="button" aria-label={texts.remove} title={texts.remove} onClick={onRemove}>
        ×
      </button>
    </li>
  );
};

/** Groups of conditions: all of one of them must hold. A group that loses its last condition is gone. */
export const Conditions = ({
  groups,
  words,
  onGroups,
}: {
  groups: readonly AttributeTest[][];
  words: Words;
  onGroups(groups: AttributeTest[][]): void;
}) => {
  const { texts } = words;
  const put = (place: number, tests: AttributeTest[]): void =>
    onGroups(groups.map((one, at) => (at === place ? tests : one)).filter((one) => one.length > 0));
  return (
    <div class="rule-groups">
      {groups.length === 0 && (
        <fieldset class="rule-group">
          <legend>{texts.conditions}</legend>
          <p class="quiet">{texts.always}</p>
          <button type="button" onClick={() => onGroups([[newTest(words)]])}>
            {texts.addCondition}
          </button>
        </fieldset>
      )}
      {groups.map((tests, place) => (
        <fieldset class="rule-group" key={`${place}`}>
          <legend>{place === 0 ? texts.conditions : texts.or}</legend>
          <ul>
            {tests.map((test, at) => (
              <Condition
                key={`${at}`}
                test={test}
                words={words}
                onTest={(next) =>
                  put(
                    place,
                    tests.map((one, other) => (other === at ? next : one)),
                  )
                }
                onRemove={() =>
                  put(
                    place,
                    tests.filter((_, other) => other !== at),
                  )
                }
              />
            ))}
          </ul>
          <div class="row-of-buttons">
            {tests.length < 10 && (
              <button type="button" onClick={() => put(place, [...tests, newTest(words)])}>
                {texts.addCondition}
              </button>
            )}
            {place === groups.length - 1 && groups.length < 5 && (
              <button type="button" onClick={() => onGroups([...groups, [newTest(words)]])}>
                {texts.addGroup}
              </button>
            )}
            {place > 0 && (
              <button type="button" class="link" onClick={() => put(place, [])}>
                {texts.removeGroup}
              </button>
            )}
          </div>
        </fieldset>
      ))}
    </div>
  );
};
