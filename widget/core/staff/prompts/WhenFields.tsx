import type { Conditions } from '../../../../shared/core/prompts/kinds.ts';
import type { RuleWords } from '../../../../shared/core/prompts/texts.ts';
import { CheckField, SelectField, TextField } from '../fields.tsx';
import { asChoice, choices, ConditionNumber, fromChoice, type When } from './conditions.tsx';
import { PageRows } from './rows.tsx';

/** Where and at which moment a prompt comes. */
export const WhenFields = (given: {
  conditions: Conditions;
  words: RuleWords;
  hasAudience: boolean;
  when: When;
}) => {
  const { conditions, words, hasAudience, when } = given;
  const shared = { conditions, words, when };
  return (
    <>
      <h4>{words.when}</h4>
      <p class="quiet">
        {words.noneHint} {words.pageHint}
      </p>
      {hasAudience && (
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
        <ConditionNumber name="seconds" min={0} max={3_600} {...shared} />
        <ConditionNumber name="scroll" min={1} max={100} {...shared} />
        <ConditionNumber name="idle" min={1} max={3_600} {...shared} />
        <ConditionNumber name="pagesSeen" min={2} max={100} {...shared} />
        <TextField
          dir="auto"
          label={words.event}
          value={conditions.event ?? ''}
          maxLength={80}
          onValue={(value) => when('event', value)}
        />
        <SelectField
          label={words.hours}
          value={asChoice(conditions.hours)}
          options={choices.map((one) => [one, words[`hours_${one}`]] as const)}
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
    </>
  );
};
