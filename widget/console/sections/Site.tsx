import { languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { LanguageFields } from './LanguageFields.tsx';
import { ShareFields } from './ShareFields.tsx';

export const Site = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { name, settings } = model.drafted();
  const { languages, greeting, teamName } = settings;
  return (
    <>
      <section class="card">
        <TextField
          label={texts.name}
          hint={texts.nameHint}
          value={name}
          maxLength={60}
          required
          dir="auto"
          refused={model.refused('name')}
          onValue={(text) => model.set(['name'], text)}
        />
        <TextField
          label={texts.teamName}
          hint={fill(texts.teamNameHint, { example: texts.teamExample })}
          value={teamName}
          maxLength={60}
          dir="auto"
          refused={model.refused('settings.teamName')}
          onValue={(text) => model.set(['settings', 'teamName'], text)}
        />
      </section>
      <LanguageFields />
      <section class="card">
        {languages.map((tag) => {
          const language = ourLanguage(tag) ?? 'en';
          return (
            <TextField
              key={tag}
              label={fill(texts.greeting, { language: languageNames[language] })}
              hint={texts.greetingHint}
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
      <ShareFields />
    </>
  );
};
