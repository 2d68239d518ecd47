import type { ModerationSettings } from '../../../shared/core/moderation/settings.ts';
import { wordActions } from '../../../shared/core/moderation/states.ts';
import { CheckField, NumberField } from '../../core/staff/fields.tsx';
import { useConsole } from '../context.ts';
import { LinesField } from './LinesField.tsx';
import { type RuleTexts, useRuleTexts } from './texts.ts';
import { TryText } from './TryText.tsx';

/** The moderation rules, and how they are changed. */
const useRules = () => {
  const model = useConsole();
  return {
    rules: model.drafted().settings.moderation,
    set: <Key extends keyof ModerationSettings>(key: Key, value: ModerationSettings[Key]): void =>
      model.set(['settings', 'moderation', key], value),
    refused: (key: keyof ModerationSettings) => model.refused(`settings.moderation.${key}`),
  };
};

const Trust = ({ texts }: { texts: RuleTexts }) => {
  const { rules, set, refused } = useRules();
  return (
    <section class="card" aria-labelledby="moderation-trust">
      <h2 id="moderation-trust">{texts.trust}</h2>
      <p class="quiet">{texts.lead}</p>
      <NumberField
        label={texts.trustAfter}
        hint={texts.trustAfterHint}
        value={rules.trustAfter}
        min={1}
        max={100}
        refused={refused('trustAfter')}
        onValue={(value) => set('trustAfter', value)}
      />
      <NumberField
        label={texts.maxLinks}
        value={rules.maxLinks}
        min={0}
        max={20}
        refused={refused('maxLinks')}
        onValue={(value) => set('maxLinks', value)}
      />
      <CheckField
        label={texts.holdFiles}
        hint=""
        value={rules.holdFiles}
        onValue={(value) => set('holdFiles', value)}
      />
      <CheckField
        label={texts.holdTeamNames}
        hint=""
        value={rules.holdTeamNames}
        onValue={(value) => set('holdTeamNames', value)}
      />
      <NumberField
        label={texts.holdAfterReports}
        hint={texts.holdAfterReportsHint}
        value={rules.holdAfterReports}
        min={0}
        max={100}
        refused={refused('holdAfterReports')}
        onValue={(value) => set('holdAfterReports', value)}
      />
    </section>
  );
};

/** Listed words by what becomes of what holds one. */
const Words = ({ texts }: { texts: RuleTexts }) => {
  const { rules, set, refused } = useRules();
  return (
    <section class="card" aria-labelledby="moderation-words">
      <h2 id="moderation-words">{texts.words}</h2>
      <p class="quiet">{texts.wordsLead}</p>
      {wordActions.map((action) => (
        <LinesField
          key={action}
          label={texts[action]}
          hint={texts[`${action}Hint`]}
          value={rules.words.filter((word) => word.action === action).map(({ text }) => text)}
          refused={action === 'hold' ? refused('words') : undefined}
          onValue={(items) =>
            set('words', [
              ...rules.words.filter((word) => word.action !== action),
              ...items.map((text) => ({ text, action })),
            ])
          }
        />
      ))}
    </section>
  );
};

const Senders = ({ texts }: { texts: RuleTexts }) => {
  const { rules, set, refused } = useRules();
  return (
    <section class="card" aria-labelledby="moderation-senders">
      <h2 id="moderation-senders">{texts.senders}</h2>
      {(['names', 'addresses'] as const).map((key) => (
        <LinesField
          key={key}
          label={texts[key]}
          hint={texts[`${key}Hint`]}
          value={rules[key]}
          refused={refused(key)}
          dir={key === 'names' ? 'auto' : 'ltr'}
          onValue={(items) => set(key, items)}
        />
      ))}
    </section>
  );
};

/** The rules by which everything that visitors write in public is held, and a text to try them on. */
export const Moderation = () => {
  const texts = useRuleTexts();
  if (!texts) return null;
  return (
    <>
      <Trust texts={texts} />
      <Words texts={texts} />
      <Senders texts={texts} />
      <TryText texts={texts} />
    </>
  );
};
