import type { Conditions } from '../../../../shared/core/prompts/kinds.ts';
import type { RuleTexts } from '../../../../shared/core/prompts/texts.ts';
import { CheckField, SelectField, TextField } from '../fields.tsx';
import { asChoice, choices, ConditionNumber, fromChoice, type When } from './conditions.tsx';
import { PageRows } from './rows.tsx';

/** Where and at which moment a prompt comes. */
export const WhenFields = (given: {
  conditions: Conditions;
  texts: RuleTexts;
  hasAudience: boolean;
  when: When;
}) => {
  const { conditions, texts, hasAudience, when } = given;
  const shared = { conditions, texts, when };
  return (
    <>
      <h4>{texts.when}</h4>
      <p class="quiet">
        {texts.noneHint} {texts.pageHint}
      </p>
      {hasAudience && (
        <PageRows
          title={texts.pages}
          pages={conditions.pages ?? []}
          max={20}
          texts={texts}
          onPages={(pages) => when('pages', pages)}
        />
      )}
      <PageRows
        title={texts.notPages}
        pages={conditions.notPages ?? []}
        max={20}
        texts={texts}
        onPages={(pages) => when('notPages', pages)}
      />
      <div class="grid">
        <ConditionNumber name="seconds" min={0} max={3_600} {...shared} />
        <ConditionNumber name="scroll" min={1} max={100} {...shared} />
        <ConditionNumber name="idle" min={1} max={3_600} {...shared} />
        <ConditionNumber name="pagesSeen" min={2} max={100} {...shared} />
        <TextField
          dir="auto"
          label={texts.event}
          value={conditions.event ?? ''}
          maxLength={80}
          onValue={(value) => when('event', value)}
        />
        <SelectField
          label={texts.hours}
          value={asChoice(conditions.hours)}
          options={choices.map((one) => [one, texts[`hours_${one}`]] as const)}
          onValue={(value) => when('hours', fromChoice(value))}
        />
      </div>
      <CheckField
        label={texts.exit}
        value={conditions.exit ?? false}
        onValue={(value) => when('exit', value || undefined)}
      />
      <CheckField
        label={texts.online}
        value={conditions.online ?? false}
        onValue={(value) => when('online', value || undefined)}
      />
    </>
  );
};
