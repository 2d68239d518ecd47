import type { Conditions, PromptRule } from '../../../../shared/core/prompts/kinds.ts';
import { devices, mostRepeatDays, utmNames } from '../../../../shared/core/prompts/options.ts';
import type { RuleWords } from '../../../../shared/core/prompts/texts.ts';
import { languageNames } from '../../../../shared/core/languages.ts';
import { useLanguage } from '../context.ts';
import { languageName } from '../i18n.ts';
import { CheckField, NumberField, SelectField, TextField } from '../fields.tsx';
import { asChoice, choices, ConditionNumber, fromChoice, type When } from './conditions.tsx';
import { AttributeRows, Choice, Rows, Words } from './rows.tsx';

type Shared = { conditions: Conditions; words: RuleWords; when: When };

/** Languages of visitors, by their names; what was set by the API stays a choice. */
const Languages = ({ conditions, words, when }: Shared) => {
  const { tag } = useLanguage();
  const chosen = conditions.languages ?? [];
  const offered = [...new Set([...Object.keys(languageNames), ...chosen])];
  return (
    <fieldset class="rows">
      <legend>{words.languages}</legend>
      <div class="checks">
        {offered.map((one) => (
          <CheckField
            key={one}
            label={languageName(tag, one)}
            value={chosen.includes(one)}
            onValue={(is) =>
              when(
                'languages',
                offered.filter((other) => (other === one ? is : chosen.includes(other))),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
};

const Devices = ({ conditions, words, when }: Shared) => (
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
);

const UtmRows = ({ conditions, words, when }: Shared) => (
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
);

/** To whom a prompt comes. */
export const WhoFields = (given: {
  rule: PromptRule;
  words: RuleWords;
  hasAudience: boolean;
  when: When;
  set(change: Partial<PromptRule>): void;
}) => {
  const { rule, words, hasAudience, when, set } = given;
  const { conditions } = rule;
  const shared = { conditions, words, when };
  return (
    <>
      <h4>{words.who}</h4>
      <div class="grid">
        <SelectField
          label={words.returning}
          value={asChoice(conditions.returning)}
          options={choices.map((one) => [one, words[`returning_${one}`]] as const)}
          onValue={(value) => when('returning', fromChoice(value))}
        />
        <ConditionNumber name="knownDays" min={1} max={mostRepeatDays} {...shared} />
        <TextField
          dir="auto"
          label={words.referrer}
          value={conditions.referrer ?? ''}
          maxLength={200}
          onValue={(value) => when('referrer', value)}
        />
        <NumberField
          isOptional
          label={words.sample}
          value={rule.sample}
          min={0}
          max={100}
          step={0.1}
          onValue={(sample = 0) => set({ sample })}
        />
        <NumberField
          isOptional
          label={words.holdout}
          value={rule.holdout}
          min={0}
          max={90}
          step={0.1}
          onValue={(holdout = 0) => set({ holdout })}
        />
      </div>
      <Languages {...shared} />
      <Devices {...shared} />
      <UtmRows {...shared} />
      {hasAudience && (
        <AttributeRows
          tests={conditions.attributes ?? []}
          words={words}
          onTests={(attributes) => when('attributes', attributes)}
        />
      )}
    </>
  );
};
