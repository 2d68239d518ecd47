import { ideaModes } from '../../../shared/ideas/states.ts';
import { SelectField, TextField } from '../../core/staff/fields.tsx';
import { languageName } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';

/** Settings of ideas: whether visitors see them, and what the section is called. */
export const IdeaFields = () => {
  const model = useConsole();
  const { texts, tag } = useTexts();
  const { ideas, languages } = model.drafted().settings;
  const rename = (language: string, name: string): void => {
    const { [language]: _, ...others } = ideas.names;
    model.set(['settings', 'ideas', 'names'], name ? { ...others, [language]: name } : others);
  };
  return (
    <section class="card">
      <SelectField
        label={texts.ideas}
        hint={texts.ideasHint}
        value={ideas.mode}
        options={ideaModes.map((value) => [value, texts[`ideas_${value}`]] as const)}
        refused={model.refused('settings.ideas.mode')}
        onValue={(value) => model.set(['settings', 'ideas', 'mode'], value)}
      />
      {ideas.mode !== 'off' &&
        languages.map((language) => (
          <TextField
            key={language}
            label={fill(texts.ideasName, { language: languageName(tag, language) })}
            hint={texts.ideasNameHint}
            dir="auto"
            lang={language}
            maxLength={40}
            value={ideas.names[language] ?? ''}
            refused={model.refused(`settings.ideas.names.${language}`)}
            onValue={(name) => rename(language, name)}
          />
        ))}
    </section>
  );
};
