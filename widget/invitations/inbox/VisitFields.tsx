import { languageNames } from '../../../shared/core/languages.ts';
import { devices } from '../../../shared/core/prompts/options.ts';
import type { RuleTexts } from '../../../shared/core/prompts/texts.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { languageName } from '../../core/staff/i18n.ts';
import { CheckField, NumberField, SelectField, TextField } from '../../core/staff/fields.tsx';
import type { Visit } from './visit.ts';
import type { StaffTexts } from './texts.ts';

/** The visit that prompts are tried with: where, how long, with what. */
export const VisitFields = (given: {
  visit: Visit;
  texts: StaffTexts;
  rules: RuleTexts;
  set(change: Partial<Visit>): void;
}) => {
  const { visit, texts, rules, set } = given;
  const { tag } = useLanguage();
  const number = (key: 'seconds' | 'scroll' | 'pagesSeen', max: number) => (
    <NumberField
      isOptional
      label={texts[key]}
      value={visit[key]}
      min={0}
      max={max}
      onValue={(value = 0) => set({ [key]: value })}
    />
  );
  return (
    <div class="box">
      <p class="quiet">{texts.tryLead}</p>
      <TextField
        dir="ltr"
        label={texts.url}
        type="url"
        value={visit.url}
        maxLength={2_000}
        onValue={(url) => set({ url })}
      />
      <div class="grid">
        {number('seconds', 3_600)}
        {number('scroll', 100)}
        {number('pagesSeen', 100)}
        <SelectField
          label={texts.device}
          value={visit.device}
          options={devices.map((one) => [one, rules[`device_${one}`]] as const)}
          onValue={(device) => set({ device })}
        />
        <SelectField
          label={texts.language}
          value={visit.language}
          options={Object.keys(languageNames).map((one) => [one, languageName(tag, one)] as const)}
          onValue={(language) => set({ language })}
        />
        <TextField
          dir="auto"
          label={texts.event}
          value={visit.event}
          maxLength={80}
          onValue={(text) => set({ event: text })}
        />
      </div>
      <div class="row-of-buttons">
        {(['exit', 'open', 'online', 'returning'] as const).map((key) => (
          <CheckField
            key={key}
            label={texts[key]}
            value={visit[key]}
            onValue={(value) => set({ [key]: value })}
          />
        ))}
      </div>
    </div>
  );
};
