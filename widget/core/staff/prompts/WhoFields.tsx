import type { Conditions, PromptRule } from '../../../../shared/core/prompts/kinds.ts';
import { devices, maxRepeatDays, utmNames } from '../../../../shared/core/prompts/options.ts';
import type { RuleTexts } from '../../../../shared/core/prompts/texts.ts';
import { languageNames } from '../../../../shared/core/languages.ts';
import { useLanguage } from '../context.ts';
import { languageName } from '../i18n.ts';
import { CheckField, NumberField, SelectField, TextField } from '../fields.tsx';
import { asChoice, choices, ConditionNumber, fromChoice, type When } from './conditions.tsx';
import { AttributeRows, Choice, Rows, ShortText } from './rows.tsx';

type Shared = { conditions: Conditions; texts: RuleTexts; when: When };

/** Languages of visitors, by their names; what was set by the API stays a choice. */
const Languages = ({ conditions, texts, when }: Shared) => {
  const { tag } = useLanguage();
  const chosen = conditions.languages ?? [];
  const offered = [...new Set([...Object.keys(languageNames), ...chosen])];
  return (
    <fieldset class="rows">
      <legend>{texts.languages}</legend>
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

const Devices = ({ conditions, texts, when }: Shared) => (
  <fieldset class="rows">
    <legend>{texts.devices}</legend>
    {devices.map((device) => (
      <CheckField
        key={device}
        label={texts[`device_${device}`]}
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

const UtmRows = ({ conditions, texts, when }: Shared) => (
  <Rows
    title={texts.utm}
    rows={conditions.utm ?? []}
    add={texts.addUtm}
    remove={texts.remove}
    max={5}
    fresh={{ name: 'source' as const, value: '' }}
    onRows={(utm) => when('utm', utm)}
    draw={(row, change) => (
      <>
        <Choice
          label={texts.utm}
          value={row.name}
          options={utmNames.map((name) => [name, name] as const)}
          onValue={(name) => change({ ...row, name: name as 'source' })}
        />
        <ShortText
          label={texts.value}
          value={row.value}
          max={100}
          onValue={(value) => change({ ...row, value })}
        />
      </>
    )}
  />
);

/** To whom a prompt comes. */
export const WhoFields = (given: {
  rule: PromptRule;
  texts: RuleTexts;
  hasAudience: boolean;
  when: When;
  set(change: Partial<PromptRule>): void;
}) => {
  const { rule, texts, hasAudience, when, set } = given;
  const { conditions } = rule;
  const shared = { conditions, texts, when };
  return (
    <>
      <h4>{texts.who}</h4>
      <div class="grid">
        <SelectField
          label={texts.returning}
          value={asChoice(conditions.returning)}
          options={choices.map((one) => [one, texts[`returning_${one}`]] as const)}
          onValue={(value) => when('returning', fromChoice(value))}
        />
        <ConditionNumber name="knownDays" min={1} max={maxRepeatDays} {...shared} />
        <TextField
          dir="auto"
          label={texts.referrer}
          value={conditions.referrer ?? ''}
          maxLength={200}
          onValue={(value) => when('referrer', value)}
        />
        <NumberField
          isOptional
          label={texts.sample}
          value={rule.sample}
          min={0}
          max={100}
          step={0.1}
          onValue={(sample = 0) => set({ sample })}
        />
        <NumberField
          isOptional
          label={texts.holdout}
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
          texts={texts}
          onTests={(attributes) => when('attributes', attributes)}
        />
      )}
    </>
  );
};
