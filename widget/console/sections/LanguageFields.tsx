import { type Language, languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import { useConsole, useTexts } from '../context.ts';
import { CheckField, SelectField } from '../../core/staff/fields.tsx';

const all = Object.entries(languageNames) as [Language, string][];

/** The site's languages, and which is the main one. */
export const LanguageFields = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { languages } = model.drafted().settings;
  const setLanguages = (list: string[]): void => model.set(['settings', 'languages'], list);
  const isOn = (language: Language) => languages.some((tag) => ourLanguage(tag) === language);
  const toggle = (language: Language, on: boolean): void => {
    const others = languages.filter((tag) => ourLanguage(tag) !== language);
    // A site without a language says nothing: the last one stays.
    if (on) setLanguages([...others, language]);
    else if (others.length) setLanguages(others);
  };
  return (
    <section class="card">
      <fieldset>
        <legend>{texts.languages}</legend>
        <p class="quiet">{texts.languagesHint}</p>
        <div class="columns">
          {all.map(([language, words]) => (
            <CheckField
              hint=""
              key={language}
              label={words}
              value={isOn(language)}
              onValue={(on) => toggle(language, on)}
            />
          ))}
        </div>
      </fieldset>
      <SelectField
        label={texts.mainLanguage}
        // biome-ignore lint/style/noNonNullAssertion: the settings name one language at least
        value={languages[0]!}
        options={languages.map((tag) => [tag, languageNames[ourLanguage(tag) ?? 'en']] as const)}
        refused={model.refused('settings.languages')}
        onValue={(tag) => setLanguages([tag, ...languages.filter((other) => other !== tag)])}
      />
    </section>
  );
};
