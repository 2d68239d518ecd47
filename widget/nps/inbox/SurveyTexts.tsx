import { useSignal } from '@preact/signals';
import { primarySubtag } from '../../../shared/core/languages.ts';
import { npsGroups } from '../../../shared/nps/groups.ts';
import type { SurveyDraft } from '../../../shared/nps/routes.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { CardPreview } from '../../core/staff/editing/CardPreview.tsx';
import { SelectField, TextField } from '../../core/staff/fields.tsx';
import type { StaffTexts } from './texts.ts';

const languages = ['en', 'de', 'ru', 'el', 'sq', 'fil', 'eo', 'ar'];

/** One text of a survey in one language. */
const OwnText = (given: {
  label: string;
  language: string;
  texts: Record<string, string>;
  put(texts: Record<string, string>): void;
}) => {
  const { label, language, texts, put } = given;
  return (
    <TextField
      dir="auto"
      label={label}
      lang={language}
      value={texts[language] ?? ''}
      maxLength={200}
      onValue={(text) => {
        const { [language]: _, ...rest } = texts;
        put(text ? { ...rest, [language]: text } : rest);
      }}
    />
  );
};

/** A survey's name and what it asks, in one language at a time. */
export const SurveyTexts = (given: {
  value: SurveyDraft;
  texts: StaffTexts;
  languagesLabel: string;
  set(part: Partial<SurveyDraft>): void;
}) => {
  const { value, texts, languagesLabel, set } = given;
  const { tag } = useLanguage();
  const language = useSignal(primarySubtag(tag));
  const names = new Intl.DisplayNames([tag], { type: 'language' });
  return (
    <>
      <div class="grid">
        <TextField
          dir="auto"
          label={texts.name}
          value={value.name}
          maxLength={80}
          onValue={(name) => set({ name })}
        />
        <SelectField
          label={languagesLabel}
          value={language.value}
          options={languages.map((one) => [one, names.of(one) ?? one] as const)}
          onValue={(one) => {
            language.value = one;
          }}
        />
      </div>
      <OwnText
        label={texts.question}
        language={language.value}
        texts={value.question}
        put={(question) => set({ question })}
      />
      {value.question[language.value] && (
        <CardPreview
          language={language.value}
          title={value.question[language.value]}
          buttons={Array.from({ length: 11 }, (_, score) => new Intl.NumberFormat(tag).format(score))}
        />
      )}
      {npsGroups.map((group) => (
        <div key={group}>
          <OwnText
            label={texts[group]}
            language={language.value}
            texts={value.follow[group]}
            put={(texts) => set({ follow: { ...value.follow, [group]: texts } })}
          />
        </div>
      ))}
    </>
  );
};
