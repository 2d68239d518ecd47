import type { Team } from '../../../shared/inbox/schema.ts';
import { useConsole, useTexts } from '../context.ts';
import { NumberField, SelectField } from '../../core/staff/fields.tsx';
import { WorkFields } from './WorkFields.tsx';

/** Whether and how conversations are given to people by themselves. */
export const AssignmentFields = ({ teams }: { teams: readonly Team[] }) => {
  const model = useConsole();
  const { texts, tag } = useTexts();
  const { assignment, languages } = model.drafted().settings;
  const { mode, acceptSeconds } = assignment;
  const names = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' });
  const nameOf = (language: string): string => names.of(language) ?? language;
  const setTeam = (language: string, team: string): void => {
    const { [language]: _, ...others } = assignment.teams;
    model.set(['settings', 'assignment', 'teams'], team ? { ...others, [language]: team } : others);
  };
  return (
    <section class="card" aria-labelledby="assignment">
      <h2 id="assignment">{texts.assignment}</h2>
      <p class="quiet">{texts.assignmentLead}</p>
      <SelectField
        label={texts.assignMode}
        value={mode}
        options={[
          ['off', texts.assign_off],
          ['chats', texts.assign_chats],
          ['all', texts.assign_all],
        ]}
        onValue={(value) => model.set(['settings', 'assignment', 'mode'], value)}
      />
      {mode !== 'off' && (
        <>
          <NumberField
            label={texts.acceptSeconds}
            hint={texts.acceptSecondsHint}
            value={acceptSeconds}
            min={10}
            max={3_600}
            refused={model.refused('settings.assignment.acceptSeconds')}
            onValue={(value) => model.set(['settings', 'assignment', 'acceptSeconds'], value)}
          />
          {teams.length > 0 && (
            <fieldset>
              <legend>{texts.teamByLanguage}</legend>
              <div class="pair">
                {languages.map((language) => (
                  <SelectField
                    key={language}
                    label={nameOf(language)}
                    value={assignment.teams[language] ?? ''}
                    options={[['', texts.everybody], ...teams.map(({ id, name }) => [id, name] as const)]}
                    onValue={(team) => setTeam(language, team)}
                  />
                ))}
              </div>
            </fieldset>
          )}
          <WorkFields languages={languages} nameOf={nameOf} />
        </>
      )}
    </section>
  );
};
