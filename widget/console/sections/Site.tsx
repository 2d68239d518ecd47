import { type Language, languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useWords } from '../context.ts';
import { CheckField, SelectField, TextField } from '../../core/staff/fields.tsx';

const all = Object.entries(languageNames) as [Language, string][];

export const Site = () => {
  const model = useConsole();
  const { say } = useWords();
  const { name, settings } = model.draft.value!;
  const { languages, greeting, teamName, share } = settings;
  const setLanguages = (list: string[]): void => model.set(['settings', 'languages'], list);
  const isOn = (language: Language) => languages.some((tag) => ourLanguage(tag) === language);
  const toggle = (language: Language, on: boolean): void => {
    const others = languages.filter((tag) => ourLanguage(tag) !== language);
    // A site without a language says nothing: the last one stays.
    if (on) setLanguages([...others, language]);
    else if (others.length) setLanguages(others);
  };
  return (
    <>
      <section class="card">
        <TextField
          label={say.name}
          hint={say.nameHint}
          value={name}
          maxLength={60}
          required
          dir="auto"
          refused={model.refused('name')}
          onValue={(text) => model.set(['name'], text)}
        />
        <TextField
          label={say.teamName}
          hint={fill(say.teamNameHint, { example: say.teamExample })}
          value={teamName}
          maxLength={60}
          dir="auto"
          refused={model.refused('settings.teamName')}
          onValue={(text) => model.set(['settings', 'teamName'], text)}
        />
      </section>
      <section class="card">
        <fieldset>
          <legend>{say.languages}</legend>
          <p class="quiet">{say.languagesHint}</p>
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
          label={say.mainLanguage}
          value={languages[0]!}
          options={languages.map((tag) => [tag, languageNames[ourLanguage(tag) ?? 'en']] as const)}
          refused={model.refused('settings.languages')}
          onValue={(tag) => setLanguages([tag, ...languages.filter((other) => other !== tag)])}
        />
      </section>
      <section class="card">
        {languages.map((tag) => {
          const language = ourLanguage(tag) ?? 'en';
          return (
            <TextField
              key={tag}
              label={fill(say.greeting, { language: languageNames[language] })}
              hint={say.greetingHint}
              value={greeting[language] ?? ''}
              maxLength={140}
              dir="auto"
              lang={language}
              refused={model.refused(`settings.greeting.${language}`)}
              onValue={(text) => model.set(['settings', 'greeting', language], text || undefined)}
            />
          );
        })}
      </section>
      <section class="card">
        <fieldset>
          <legend>{say.share}</legend>
          <p class="quiet">{say.shareHint}</p>
          <CheckField
            hint=""
            label={say.sharePage}
            value={share.page}
            onValue={(on) => model.set(['settings', 'share', 'page'], on)}
          />
          <CheckField
            hint=""
            label={say.shareReferrer}
            value={share.referrer}
            onValue={(on) => model.set(['settings', 'share', 'referrer'], on)}
          />
        </fieldset>
      </section>
    </>
  );
};
